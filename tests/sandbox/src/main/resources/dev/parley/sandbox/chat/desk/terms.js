// What Parley calls the stages of a relationship and what messages are for, and the headings of its summaries, as agents read them.
const TERMS = {
  en: {
    stage: { New: 'New', Prospect: 'Prospect', Customer: 'Customer', Partner: 'Partner', Unknown: 'Unknown' },
    functions: { 'solution-search': 'Looks for a solution', 'information-request': 'Asks for information', 'purchase-decision': 'Decides to buy', 'other-channel': 'Wants another way to talk', 'problem-solving': 'Needs help with a problem', feedback: 'Feedback', idea: 'Idea', complaint: 'Complaint', 'meeting-booking': 'Wants a meeting', 'relationship-maintenance': 'Keeps in touch', referral: 'Referral', praise: 'Praise', 'peer-support': 'Customers help each other', 'wants-human': 'Wants a person' },
    summary: { Needs: 'Needs: {0}', Open: 'Open: {0}', Promised: 'Promised: {0}', Next: 'Next: {0}' },
  },
  sv: {
    stage: { New: 'Ny', Prospect: 'Möjlig kund', Customer: 'Kund', Partner: 'Partner', Unknown: 'Okänd' },
    functions: { 'solution-search': 'Söker en lösning', 'information-request': 'Vill ha information', 'purchase-decision': 'Beslutar om köp', 'other-channel': 'Vill fortsätta på annat sätt', 'problem-solving': 'Behöver hjälp med ett problem', feedback: 'Återkoppling', idea: 'Idé', complaint: 'Klagomål', 'meeting-booking': 'Vill boka möte', 'relationship-maintenance': 'Håller kontakten', referral: 'Rekommendation', praise: 'Beröm', 'peer-support': 'Kunder hjälper varandra', 'wants-human': 'Vill tala med en människa' },
    summary: { Needs: 'Behov: {0}', Open: 'Obesvarat: {0}', Promised: 'Utlovat: {0}', Next: 'Nästa steg: {0}' },
  },
  de: {
    stage: { New: 'Neu', Prospect: 'Interessent', Customer: 'Kunde', Partner: 'Partner', Unknown: 'Unbekannt' },
    functions: { 'solution-search': 'Sucht eine Lösung', 'information-request': 'Möchte Auskunft', 'purchase-decision': 'Entscheidet über den Kauf', 'other-channel': 'Möchte einen anderen Weg', 'problem-solving': 'Braucht Hilfe bei einem Problem', feedback: 'Rückmeldung', idea: 'Idee', complaint: 'Beschwerde', 'meeting-booking': 'Möchte einen Termin', 'relationship-maintenance': 'Pflegt den Kontakt', referral: 'Empfehlung', praise: 'Lob', 'peer-support': 'Kunden helfen einander', 'wants-human': 'Möchte mit einem Menschen sprechen' },
    summary: { Needs: 'Bedarf: {0}', Open: 'Offen: {0}', Promised: 'Zugesagt: {0}', Next: 'Nächster Schritt: {0}' },
  },
  fa: {
    stage: { New: 'جدید', Prospect: 'مشتری احتمالی', Customer: 'مشتری', Partner: 'شریک تجاری', Unknown: 'نامعلوم' },
    functions: { 'solution-search': 'به دنبال راه‌حل است', 'information-request': 'اطلاعات می‌خواهد', 'purchase-decision': 'تصمیم به خرید', 'other-channel': 'می‌خواهد از راه دیگری گفتگو کند', 'problem-solving': 'برای حل مشکلی کمک می‌خواهد', feedback: 'بازخورد', idea: 'پیشنهاد', complaint: 'شکایت', 'meeting-booking': 'جلسه می‌خواهد', 'relationship-maintenance': 'حفظ ارتباط', referral: 'معرفی', praise: 'قدردانی', 'peer-support': 'کمک مشتریان به یکدیگر', 'wants-human': 'می‌خواهد با یک نفر صحبت کند' },
    summary: { Needs: 'نیاز: {0}', Open: 'بی‌پاسخ: {0}', Promised: 'وعده: {0}', Next: 'گام بعدی: {0}' },
  },
  zh: {
    stage: { New: '新访客', Prospect: '意向客户', Customer: '客户', Partner: '合作伙伴', Unknown: '未知' },
    functions: { 'solution-search': '寻找解决方案', 'information-request': '咨询信息', 'purchase-decision': '购买决策', 'other-channel': '希望换一种联系方式', 'problem-solving': '解决问题', feedback: '反馈', idea: '建议', complaint: '投诉', 'meeting-booking': '预约会议', 'relationship-maintenance': '维系关系', referral: '推荐', praise: '表扬', 'peer-support': '客户互助', 'wants-human': '要求人工服务' },
    summary: { Needs: '需求：{0}', Open: '待答：{0}', Promised: '承诺：{0}', Next: '下一步：{0}' },
  },
};

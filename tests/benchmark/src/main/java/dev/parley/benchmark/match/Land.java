package dev.parley.benchmark.match;

import java.util.List;

/**
 * How companies are called somewhere.
 *
 * @param code ISO 3166-1 alpha-2
 * @param dial the country's calling code
 * @param first syllables that words begin with
 * @param last syllables that words end with
 * @param trades what companies do
 * @param forms legal forms; with a tilde before it stands before the name
 */
public record Land(
        String code, String dial, List<String> first, List<String> last, List<String> trades, List<String> forms) {

    private static Land of(String code, String dial, String first, String last, String trades, String forms) {
        return new Land(
                code,
                dial,
                List.of(first.split(" ")),
                List.of(last.split(" ")),
                List.of(trades.split("\\|")),
                List.of(forms.split("\\|")));
    }

    /** What weights are learned from. */
    public static final List<Land> TO_LEARN = List.of(
            of(
                    "DE",
                    "49",
                    "Brem Hal Kort Lind Mar Ost Rau Stein Wal Zim Eber Fuchs Grün Hart Köst",
                    "berg feld hof mann ner rich sen tal weg wig bach dorf er",
                    "Maschinenbau|Logistik|Energie|Beratung|Elektronik|Handel|Metallbau|Immobilien|Systeme|Verpackungen",
                    "GmbH|GmbH|GmbH|AG|GmbH & Co. KG|UG (haftungsbeschränkt)|KG|e.K."),
            of(
                    "GB",
                    "44",
                    "Ash Brad Clif Dun Ells Far Green Had Kirk Long Marl Nor Pem Rad Strat",
                    "bury combe den ford ham ley ridge ton wick wood worth by gate",
                    "Engineering|Logistics|Consulting|Software|Holdings|Foods|Construction|Insurance|Design|Energy Services",
                    "Ltd|Ltd|Limited|plc|LLP"),
            of(
                    "US",
                    "1",
                    "Ard Blue Cedar Delta Eagle Fair Grand High Iron Jun Lake Mont Nova Pine Quest",
                    "gate line mark point stone view way wave works path field rock",
                    "Systems|Technologies|Partners|Health|Data Solutions|Capital|Manufacturing|Media|Labs|Security",
                    "Inc.|Inc|LLC|Corp.|Corporation|LP"),
            of(
                    "SE",
                    "46",
                    "Alm Berg Ek Gran Holm Ljung Mal Nord Rönn Sjö Söder Väst",
                    "backa dal gård lund mark strand sund vik å ås by",
                    "Bygg|Teknik|Konsult|Transport|Fastigheter|Skog|Energi|Data",
                    "AB|AB|AB|HB|AB (publ)"),
            of(
                    "FR",
                    "33",
                    "Bel Cha Du Fon Gar Lan Mon Per Ro Val Ver Brun",
                    "bert mont neuve nard ret rac sson ville vert zac tier",
                    "Conseil|Transports|Énergie|Bâtiment|Distribution|Ingénierie|Assurances|Industrie",
                    "SARL|SAS|SA|EURL|SNC"),
            of(
                    "ES",
                    "34",
                    "Al Bar Cas Gor Her Mon Nav Or Ro Sal Vill",
                    "acid ador ales anza arte edo eras ero illa ivar uela",
                    "Construcciones|Alimentación|Servicios|Transportes|Energía|Consultores|Inversiones",
                    "S.L.|S.L.|S.A.|S.L.U.|S. Coop."),
            of(
                    "PL",
                    "48",
                    "Bor Dąb Gór Jan Kow Lip Mal No Pio Sob Wiś",
                    "aczek alski ecki icz iński nik owski ożny ek",
                    "Budownictwo|Usługi|Transport|Handel|Produkcja|Elektronika",
                    "Sp. z o.o.|S.A.|Sp. k.|Sp. j."),
            of(
                    "RU",
                    "7",
                    "Бел Вол Гор Дмит Ерм Кам Лад Мир Нев Орл Сев",
                    "ат ея ин кар мар ов она ск стан ур",
                    "Строй|Трейд|Логистика|Энерго|Нефть|Сервис|Инжиниринг",
                    "~ООО|~АО|~ПАО|~ЗАО"),
            of(
                    "CN",
                    "86",
                    "华 东 中 天 海 金 信 安 德 新",
                    "泰 润 达 兴 源 盛 丰 和 瑞 康 宏",
                    "科技|电子|贸易|物流|机械|投资|能源",
                    "有限公司|股份有限公司|集团有限公司"));

    /** What is measured with: no syllable or trade of the other list. */
    public static final List<Land> TO_MEASURE = List.of(
            of(
                    "DE",
                    "49",
                    "Alt Busch Det Engel Falk Gerst Her Itz Jung Kron Lau Meng Neu Ober Pfaff Quast Rhön Schön Tann Ul Vogt Weid",
                    "acker au born brunn busch eck furt heim horst ing kamp loh rode scheid stedt thal wald wang",
                    "Werkzeuge|Spedition|Kunststofftechnik|Pflegedienste|Fertigung|Bau|Versicherungen|Medizintechnik|Gartenbau|Software|Stahl|Druckerei|Reisen",
                    "GmbH|GmbH|GmbH|AG|GmbH & Co. KG|GmbH & Co. KG|KG|OHG|eG|SE"),
            of(
                    "AT",
                    "43",
                    "Ach Donau Enns Gail Inn Kitz Mur Pinz Salz Traun Zill",
                    "gau graben kogl lach moos reith see stein tauern winkl",
                    "Tischlerei|Tourismus|Seilbahnen|Elektrotechnik|Holz|Weinbau",
                    "GmbH|GesmbH|AG|KG"),
            of(
                    "GB",
                    "44",
                    "Bal Car Cheri Dart Elm Fen Gates Hather Ivy Kes Lang Mal Oak Pen Queens Rother Shel Thorn Uck Wen",
                    "brook bridge chester cliffe dale field head hurst leigh mere minster more sall stock stoke thorpe well",
                    "Recruitment|Property|Plumbing|Travel|Wines|Catering|Joinery|Analytics|Publishing|Couriers|Brewing|Freight|Training",
                    "Ltd|Ltd|Limited|plc|LLP|CIC"),
            of(
                    "US",
                    "1",
                    "Amber Bright Copper Dyna Ever Fox Gold Harbor Inter Kin Liber Max North Omni Pacific River Silver Tri Ultra Vertex West",
                    "bay bridge core crest dale fly forge grid haven land leaf logic peak port ridge scape shore spring star vale well",
                    "Analytics|Staffing|Roofing|Biotech|Robotics|Freight|Apparel|Beverages|Aerospace|Networks|Dental|Realty|Ventures|Plastics",
                    "Inc.|Inc.|LLC|LLC|Corp.|Co.|LP"),
            of(
                    "SE",
                    "46",
                    "Björk Djur Frö Gull Häst Karls Lind Mjöl Norr Oxel Päron Skär Tall Ving",
                    "berga bo borg fors hamn hult kulla näs rum sala skog torp vall",
                    "Måleri|Snickeri|Redovisning|Livsmedel|Ventilation|Åkeri|Vård|Entreprenad",
                    "AB|AB|AB|Handelsbolag|KB"),
            of(
                    "FI",
                    "358",
                    "Aho Haka Joki Kal Lahde Mäki Niemi Pelto Ranta Suo Tam Vuo",
                    "järvi korpi kangas la linna maa nen pää ranta saari salo virta",
                    "Rakennus|Kuljetus|Konepaja|Metsä|Kiinteistöt|Suunnittelu|Ravintolat",
                    "Oy|Oy|Oyj|Oy Ab|Ky|Tmi"),
            of(
                    "DK",
                    "45",
                    "Birke Dam Egel Frede Gam Hvid Kirke Lille Nør Ros Skov Øster",
                    "bjerg borg by gaard holm kilde lev mose rup slev strup",
                    "Byg|Revision|Maskiner|Shipping|Møbler|Landbrug|Tømrer",
                    "A/S|ApS|ApS|I/S|K/S"),
            of(
                    "FR",
                    "33",
                    "Aubi Beau Cler Dau Esca Four Gran Haute Jou Le Mar Nant Oli Pont Roche Saint",
                    "bourg champ court dier fosse gny lier marché nier phine quier rie sac tin vaux",
                    "Menuiserie|Plomberie|Vins|Imprimerie|Transit|Maçonnerie|Cosmétiques|Boulangerie|Textiles|Formation",
                    "SARL|SAS|SAS|SA|SASU|SCOP"),
            of(
                    "IT",
                    "39",
                    "Ba Calde Doni Fer Gal Luc Mon Pao Ric San Tor Ven",
                    "bini chini dello fini gnoli letti mari netti rotti santi telli vani zzi",
                    "Meccanica|Arredamenti|Ceramiche|Trasporti|Costruzioni|Impianti|Vini|Moda",
                    "S.r.l.|S.r.l.|S.p.A.|S.n.c.|S.a.s."),
            of(
                    "ES",
                    "34",
                    "Agui Beni Cor Domin Este Fuen Gua Iba Lor Mar Oli Pal Qui Ser Tor",
                    "bal cones doval esa gares lera mendi nosa quez rrez sola tegui vares",
                    "Viveros|Talleres|Reformas|Aceites|Turismo|Mármoles|Calzados|Pinturas",
                    "S.L.|S.L.|S.A.|S.L.U."),
            of(
                    "NL",
                    "31",
                    "Boer Dijk Els Gel Haar Kern Leer Mid Noor Oost Rijn Sche Tui Veen Zand",
                    "beek burg daal dorp hoek huizen kerk laar meer oord sluis veld wijk",
                    "Bloemen|Installatie|Schilders|Transport|Advies|Zuivel|Machines",
                    "B.V.|B.V.|N.V.|V.O.F."),
            of(
                    "PL",
                    "48",
                    "Bart Chmiel Drzew Głow Jas Krzy Łuk Miel Oles Prus Rado Świe Tomas Wrób Zak",
                    "acki arz czyk ewicz ewski ików kiewicz lak orek szewski wica",
                    "Meble|Hurtownia|Instalacje|Okna|Drukarnia|Spedycja",
                    "Sp. z o.o.|Sp. z o.o.|S.A.|Sp. j."),
            of(
                    "CZ",
                    "420",
                    "Bíl Čer Dol Hav Jel Kop Ludv Mora Nov Pod Ruž Straň Třeb",
                    "anek ecký han ice ín lina nice ovec ský tín ůvka",
                    "Stavby|Strojírny|Pivovar|Doprava|Sklo|Účetnictví",
                    "s.r.o.|s.r.o.|a.s.|spol. s r.o."),
            of(
                    "TR",
                    "90",
                    "Ak Bey Çel Demir Er Gök Kara Oğuz Öz Şahin Tun Yıl",
                    "alp bey can dağ er han kaya lar oğlu soy taş tepe",
                    "İnşaat|Tekstil|Gıda|Turizm|Nakliyat|Mobilya",
                    "Ltd. Şti.|A.Ş.|San. ve Tic. A.Ş."),
            of(
                    "RU",
                    "7",
                    "Алта Бир Вер Гран Зар Изум Крас Лен Мос Обь Прим Рос Сиб Ура Юж",
                    "вест гард дон евро кон лит мет нар пром рус сфер тон фарм",
                    "Монтаж|Маш|Хим|Агро|Транс|Снаб|Тех",
                    "~ООО|~ООО|~АО|~ПАО"),
            of(
                    "GR",
                    "30",
                    "Αλεξ Βασ Γεωρ Δημ Κων Μιχ Νικ Παπ Σταυ",
                    "άκης ίδης όπουλος αίος ανίδης άτος ούλης",
                    "Μεταφορές|Τρόφιμα|Κατασκευές|Ενέργεια",
                    "Α.Ε.|Ε.Π.Ε.|Ι.Κ.Ε."),
            of(
                    "CN",
                    "86",
                    "北 长 广 国 江 联 明 南 鹏 青 顺 通 万 西 永 正 众",
                    "邦 博 昌 程 创 锋 光 恒 嘉 凯 乐 美 铭 奇 特 威 祥 洋 宇",
                    "软件|医药|建筑|化工|食品|服装|汽车|环保|教育",
                    "有限公司|有限公司|有限责任公司|股份有限公司"),
            of(
                    "JP",
                    "81",
                    "アオ イズ カワ クロ サク シロ タケ ツキ ナカ ハヤ フジ ミナ モリ ヤマ",
                    "ミ シマ サキ ムラ モト ノ ダ ハラ バシ ガワ ゾエ",
                    "製作所|商事|工業|建設|食品|運輸|電機",
                    "株式会社|~株式会社|有限会社"),
            of(
                    "IN",
                    "91",
                    "Anand Bhar Chan Dev Gan Hari Jay Kri Lak Man Nar Pra Raj Shan Suk Vij",
                    "adri akar deep esh gupta hari indra kant krishna mani pal raj tara veer",
                    "Exports|Textiles|Pharma|Infotech|Agro|Jewels|Polymers|Motors",
                    "Pvt. Ltd.|Private Limited|Limited|LLP"),
            of(
                    "BR",
                    "55",
                    "Ara Bom Cam Dou Gua Ita Jar Mara Ouro Pira Rio Sul Tau",
                    "bela cema dim gua jara lândia mirim nópolis puava rema tinga",
                    "Comércio|Alimentos|Engenharia|Calçados|Agropecuária|Distribuidora",
                    "Ltda.|Ltda.|S.A.|EIRELI"),
            of(
                    "SG",
                    "65",
                    "Asia Bukit Lion Merlion Orchid Raffles Straits Temasek Tiger",
                    "bay gate link mark net pac tech trade verse wave",
                    "Marine|Trading|Capital|Logistics|Biomedical|Semiconductors",
                    "Pte. Ltd.|Pte Ltd|Private Limited"));
}

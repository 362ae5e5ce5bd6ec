import aContact from '@salesforce/label/c.Chat_Say_A_Contact';
import aLead from '@salesforce/label/c.Chat_Say_A_Lead';
import accountIs from '@salesforce/label/c.Chat_Say_Account_Is';
import alike from '@salesforce/label/c.Chat_Say_Alike';
import amountSpoken from '@salesforce/label/c.Chat_Say_Amount_Spoken';
import anAccount from '@salesforce/label/c.Chat_Say_An_Account';
import breachAnswerLate from '@salesforce/label/c.Chat_Say_Breach_Answer_Late';
import breachAnswerOpen from '@salesforce/label/c.Chat_Say_Breach_Answer_Open';
import breachFirstLate from '@salesforce/label/c.Chat_Say_Breach_First_Late';
import breachFirstOpen from '@salesforce/label/c.Chat_Say_Breach_First_Open';
import breachTakenLate from '@salesforce/label/c.Chat_Say_Breach_Taken_Late';
import breachTakenOpen from '@salesforce/label/c.Chat_Say_Breach_Taken_Open';
import butSounds from '@salesforce/label/c.Chat_Say_But_Sounds';
import campaign from '@salesforce/label/c.Chat_Say_Campaign';
import cannotTell from '@salesforce/label/c.Chat_Say_Cannot_Tell';
import changedLast from '@salesforce/label/c.Chat_Say_Changed_Last';
import changedLately from '@salesforce/label/c.Chat_Say_Changed_Lately';
import colleague from '@salesforce/label/c.Chat_Say_Colleague';
import commandContradicts from '@salesforce/label/c.Chat_Say_Command_Contradicts';
import commandLinked from '@salesforce/label/c.Chat_Say_Command_Linked';
import commandLinkedAlways from '@salesforce/label/c.Chat_Say_Command_Linked_Always';
import commandNamesNone from '@salesforce/label/c.Chat_Say_Command_Names_None';
import commandNobody from '@salesforce/label/c.Chat_Say_Command_Nobody';
import commandNobodyAlways from '@salesforce/label/c.Chat_Say_Command_Nobody_Always';
import commandNotAsked from '@salesforce/label/c.Chat_Say_Command_Not_Asked';
import commandNotKept from '@salesforce/label/c.Chat_Say_Command_Not_Kept';
import commandNothingToUndo from '@salesforce/label/c.Chat_Say_Command_Nothing_To_Undo';
import commandPassed from '@salesforce/label/c.Chat_Say_Command_Passed';
import commandPassedBefore from '@salesforce/label/c.Chat_Say_Command_Passed_Before';
import commandTaken from '@salesforce/label/c.Chat_Say_Command_Taken';
import commandTakenBefore from '@salesforce/label/c.Chat_Say_Command_Taken_Before';
import commandTooLate from '@salesforce/label/c.Chat_Say_Command_Too_Late';
import commandUndone from '@salesforce/label/c.Chat_Say_Command_Undone';
import convertedToIt from '@salesforce/label/c.Chat_Say_Converted_To_It';
import convertedToOne from '@salesforce/label/c.Chat_Say_Converted_To_One';
import country from '@salesforce/label/c.Chat_Say_Country';
import countryOther from '@salesforce/label/c.Chat_Say_Country_Other';
import days from '@salesforce/label/c.Chat_Say_Days';
import decided from '@salesforce/label/c.Chat_Say_Decided';
import disqualified from '@salesforce/label/c.Chat_Say_Disqualified';
import domainNobody from '@salesforce/label/c.Chat_Say_Domain_Nobody';
import domainOther from '@salesforce/label/c.Chat_Say_Domain_Other';
import domainSame from '@salesforce/label/c.Chat_Say_Domain_Same';
import domainsDiffer from '@salesforce/label/c.Chat_Say_Domains_Differ';
import emailContact from '@salesforce/label/c.Chat_Say_Email_Contact';
import emailConverted from '@salesforce/label/c.Chat_Say_Email_Converted';
import emailDomainOne from '@salesforce/label/c.Chat_Say_Email_Domain_One';
import emailDomainSeveral from '@salesforce/label/c.Chat_Say_Email_Domain_Several';
import emailLead from '@salesforce/label/c.Chat_Say_Email_Lead';
import formsContradict from '@salesforce/label/c.Chat_Say_Forms_Contradict';
import fullHost from '@salesforce/label/c.Chat_Say_Full_Host';
import hours from '@salesforce/label/c.Chat_Say_Hours';
import itsStage from '@salesforce/label/c.Chat_Say_Its_Stage';
import knownAs from '@salesforce/label/c.Chat_Say_Known_As';
import lastWord from '@salesforce/label/c.Chat_Say_Last_Word';
import leadLost from '@salesforce/label/c.Chat_Say_Lead_Lost';
import legalForm from '@salesforce/label/c.Chat_Say_Legal_Form';
import lessThan0 from '@salesforce/label/c.Chat_Say_Less_Than_0';
import likeliest from '@salesforce/label/c.Chat_Say_Likeliest';
import linkedAddress from '@salesforce/label/c.Chat_Say_Linked_Address';
import linkedDomain from '@salesforce/label/c.Chat_Say_Linked_Domain';
import linkedRecord from '@salesforce/label/c.Chat_Say_Linked_Record';
import loading from '@salesforce/label/c.Chat_Say_Loading';
import lookalike from '@salesforce/label/c.Chat_Say_Lookalike';
import madeFirst from '@salesforce/label/c.Chat_Say_Made_First';
import mailboxContact from '@salesforce/label/c.Chat_Say_Mailbox_Contact';
import mailboxConverted from '@salesforce/label/c.Chat_Say_Mailbox_Converted';
import mailboxLead from '@salesforce/label/c.Chat_Say_Mailbox_Lead';
import merged from '@salesforce/label/c.Chat_Say_Merged';
import messages from '@salesforce/label/c.Chat_Say_Messages';
import minutes from '@salesforce/label/c.Chat_Say_Minutes';
import moreThan100 from '@salesforce/label/c.Chat_Say_More_Than_100';
import name from '@salesforce/label/c.Chat_Say_Name';
import nameOfOne from '@salesforce/label/c.Chat_Say_Name_Of_One';
import nameSame from '@salesforce/label/c.Chat_Say_Name_Same';
import nameSpoken from '@salesforce/label/c.Chat_Say_Name_Spoken';
import neither from '@salesforce/label/c.Chat_Say_Neither';
import newEmployer from '@salesforce/label/c.Chat_Say_New_Employer';
import notCalled from '@salesforce/label/c.Chat_Say_Not_Called';
import notEnough from '@salesforce/label/c.Chat_Say_Not_Enough';
import notKnown from '@salesforce/label/c.Chat_Say_Not_Known';
import notReachable from '@salesforce/label/c.Chat_Say_Not_Reachable';
import numberDiffers from '@salesforce/label/c.Chat_Say_Number_Differs';
import oneDomain from '@salesforce/label/c.Chat_Say_One_Domain';
import oneOpen from '@salesforce/label/c.Chat_Say_One_Open';
import oneWebsite from '@salesforce/label/c.Chat_Say_One_Website';
import onlyOpen from '@salesforce/label/c.Chat_Say_Only_Open';
import open from '@salesforce/label/c.Chat_Say_Open';
import otherCountry from '@salesforce/label/c.Chat_Say_Other_Country';
import otherDomain from '@salesforce/label/c.Chat_Say_Other_Domain';
import otherEmail from '@salesforce/label/c.Chat_Say_Other_Email';
import otherNamed from '@salesforce/label/c.Chat_Say_Other_Named';
import otherPhone from '@salesforce/label/c.Chat_Say_Other_Phone';
import ownerTakesPart from '@salesforce/label/c.Chat_Say_Owner_Takes_Part';
import phoneAgrees from '@salesforce/label/c.Chat_Say_Phone_Agrees';
import phoneAlone from '@salesforce/label/c.Chat_Say_Phone_Alone';
import phoneAndName from '@salesforce/label/c.Chat_Say_Phone_And_Name';
import phoneNameFit from '@salesforce/label/c.Chat_Say_Phone_Name_Fit';
import phoneOfPeople from '@salesforce/label/c.Chat_Say_Phone_Of_People';
import phoneSame from '@salesforce/label/c.Chat_Say_Phone_Same';
import placeDiffers from '@salesforce/label/c.Chat_Say_Place_Differs';
import publicDomain from '@salesforce/label/c.Chat_Say_Public_Domain';
import publicProvider from '@salesforce/label/c.Chat_Say_Public_Provider';
import quote from '@salesforce/label/c.Chat_Say_Quote';
import reachable from '@salesforce/label/c.Chat_Say_Reachable';
import review from '@salesforce/label/c.Chat_Say_Review';
import reviewAccount from '@salesforce/label/c.Chat_Say_Review_Account';
import reviewOpen from '@salesforce/label/c.Chat_Say_Review_Open';
import reviewPerson from '@salesforce/label/c.Chat_Say_Review_Person';
import reviewRoles from '@salesforce/label/c.Chat_Say_Review_Roles';
import rivalled from '@salesforce/label/c.Chat_Say_Rivalled';
import roleOnIt from '@salesforce/label/c.Chat_Say_Role_On_It';
import roleOnOne from '@salesforce/label/c.Chat_Say_Role_On_One';
import severalOnDomain from '@salesforce/label/c.Chat_Say_Several_On_Domain';
import severalTaken from '@salesforce/label/c.Chat_Say_Several_Taken';
import signed from '@salesforce/label/c.Chat_Say_Signed';
import signedNot from '@salesforce/label/c.Chat_Say_Signed_Not';
import smallestId from '@salesforce/label/c.Chat_Say_Smallest_Id';
import stage from '@salesforce/label/c.Chat_Say_Stage';
import stageCustomer from '@salesforce/label/c.Chat_Say_Stage_Customer';
import stageIs from '@salesforce/label/c.Chat_Say_Stage_Is';
import stageNew from '@salesforce/label/c.Chat_Say_Stage_New';
import stagePartner from '@salesforce/label/c.Chat_Say_Stage_Partner';
import stageProspect from '@salesforce/label/c.Chat_Say_Stage_Prospect';
import stageUnknown from '@salesforce/label/c.Chat_Say_Stage_Unknown';
import stale from '@salesforce/label/c.Chat_Say_Stale';
import telephone from '@salesforce/label/c.Chat_Say_Telephone';
import unsureAccount from '@salesforce/label/c.Chat_Say_Unsure_Account';
import unsurePerson from '@salesforce/label/c.Chat_Say_Unsure_Person';
import visitorKey from '@salesforce/label/c.Chat_Say_Visitor_Key';
import websiteOne from '@salesforce/label/c.Chat_Say_Website_One';
import websiteSeveral from '@salesforce/label/c.Chat_Say_Website_Several';
import won from '@salesforce/label/c.Chat_Say_Won';

/** What stands on records, as Parley writes it, each with what it is to the user. */
export const SENTENCES = [
  ['contact', aContact],
  ['lead', aLead],
  ["the account's {0} is {1}", accountIs],
  ['the names are alike by {0} in a hundred', alike],
  ['its amount is spoken of', amountSpoken],
  ['account', anAccount],
  ['To be answered within {0} of working time ({1}): {2} late', breachAnswerLate],
  ['To be answered within {0} of working time ({1}): not yet, since {2}', breachAnswerOpen],
  ['To be first answered within {0} of working time ({1}): {2} late', breachFirstLate],
  ['To be first answered within {0} of working time ({1}): not yet, since {2}', breachFirstOpen],
  ['To be taken over within {0} of working time ({1}): {2} late', breachTakenLate],
  ['To be taken over within {0} of working time ({1}): not yet, since {2}', breachTakenOpen],
  ['but the talk sounds like a {0}', butSounds],
  ['its campaign brought the visitor', campaign],
  ['which account it is cannot be told apart', cannotTell],
  ['changed most recently', changedLast],
  ['it was changed lately', changedLately],
  ["the e-mail's domain is the company's own: a colleague", colleague],
  ['the lead was converted to it', convertedToIt],
  ['the lead was converted to this open opportunity', convertedToOne],
  ['country', country],
  ['the country is another', countryOther],
  ['days in the CRM: {0}', days],
  ['a person decided on {0} whose conversation this is', decided],
  ['disqualified, {0}', disqualified],
  ["a person said on {0} that this domain is no account's", domainNobody],
  ["the account's domain is another", domainOther],
  ['the domain is the same', domainSame],
  ["the e-mail's domain and the named website are of different companies", domainsDiffer],
  ["e-mail equals the contact's e-mail", emailContact],
  ['e-mail equals that of a lead that was converted to the contact', emailConverted],
  ['e-mail domain {0} is the website of one account', emailDomainOne],
  ['e-mail domain {0} is the website of several accounts: {1}', emailDomainSeveral],
  ["e-mail equals the lead's e-mail", emailLead],
  ['the legal forms contradict each other', formsContradict],
  ['full host', fullHost],
  ['{0} h {1} min', hours],
  ['its stage', itsStage],
  ['the CRM knows the visitor as a {0}', knownAs],
  ["the visitor's last word", lastWord],
  ['the lead {0} was converted, but its contact is not there any more', leadLost],
  ['legal form', legalForm],
  ['less than 0 is not counted', lessThan0],
  ['of {0} open opportunities this is the likeliest ({1}): {2}', likeliest],
  ['a person linked this address to {0} on {1}', linkedAddress],
  ['a person linked this domain to {0} on {1}', linkedDomain],
  ['a person linked this address to the {0} on {1}', linkedRecord],
  ["the CRM's records are still being loaded, so somebody may be missing", loading],
  ['the domain {0} looks like {1} of {2} and is another', lookalike],
  ['it was made first', madeFirst],
  ["another e-mail address of the same mailbox equals the contact's e-mail", mailboxContact],
  [
    'another e-mail address of the same mailbox equals that of a lead that was converted to the contact',
    mailboxConverted,
  ],
  ["another e-mail address of the same mailbox equals the lead's e-mail", mailboxLead],
  ['e-mail domain {0} was the website of an account that was merged into {1}', merged],
  ['messages of the visitor: {0}', messages],
  ['{0} min', minutes],
  ['more than 100 is not counted', moreThan100],
  ['name', name],
  ['the name is that of one account, to the letter', nameOfOne],
  ['the name is the same but for the legal form', nameSame],
  ['its name is spoken of', nameSpoken],
  ['neither the CRM nor the talk tells', neither],
  [
    'name and telephone number are those of {0} {1}, but the e-mail address is of another company: perhaps a new employer',
    newEmployer,
  ],
  ['the company that the visitor names is not called like {0}', notCalled],
  ['not enough for anybody to look at', notEnough],
  ['the CRM does not know the visitor', notKnown],
  ['the visitor cannot be reached', notReachable],
  ['the names differ in a number', numberDiffers],
  ["{0} is one account's domain", oneDomain],
  ['the account has one open opportunity', oneOpen],
  ['{0} is the website of one account', oneWebsite],
  ['only its account has an open opportunity', onlyOpen],
  ['there is an open opportunity', open],
  ["in the visitor's country it is {0}", otherCountry],
  ['{0} is the domain of {1}', otherDomain],
  ['the same browser or account was used with another e-mail before', otherEmail],
  ['another account is named in the talk: {0}', otherNamed],
  ['the telephone number is that of {0}', otherPhone],
  ['its owner takes part', ownerTakesPart],
  ['telephone number agrees', phoneAgrees],
  ['a telephone number alone does not tell who it is: it is that of {0} person', phoneAlone],
  ['telephone number and name are those of the {0}', phoneAndName],
  ['the telephone number and the name fit one account', phoneNameFit],
  ['a telephone number alone does not tell who it is: it is that of {0} people', phoneOfPeople],
  ['the telephone number is the same', phoneSame],
  ['the names differ in a place', placeDiffers],
  ["domain {0} is a public provider's: it says nothing of a company", publicDomain],
  ["{0} is a public provider's: it says nothing of a company", publicProvider],
  ['{0}: “{1}” (message {2})', quote],
  ['the visitor can be reached', reachable],
  ['Review: {0}', review],
  ['not sure enough to say without a person which account it is', reviewAccount],
  ['Review the opportunity: the account has {0} open ones, none is taken', reviewOpen],
  ['not sure enough to say without a person who it is', reviewPerson],
  ['Review the opportunity: the contact has a role on {0} open ones, none is taken', reviewRoles],
  ["another account's name is as like", rivalled],
  ['the contact has a role on it', roleOnIt],
  ['the contact has a role on one open opportunity', roleOnOne],
  ['{0} is the domain of {1} accounts, of which the {2} fits one', severalOnDomain],
  ['{0} records of {1} have this e-mail; {2} is taken: {3}', severalTaken],
  ["the site has signed the {0}'s id", signed],
  ["the site's signed id is not believed, or its record is not there", signedNot],
  ['the smallest id, since nothing else tells them apart', smallestId],
  ['stage {0}: {1}', stage],
  ['customer', stageCustomer],
  ['the stage is {0}', stageIs],
  ['new', stageNew],
  ['partner', stagePartner],
  ['prospect', stageProspect],
  ['unknown', stageUnknown],
  ['the CRM could not be read for some time, so this may be out of date', stale],
  ['telephone', telephone],
  ['too unsure to say which account it is', unsureAccount],
  ['too unsure to say who it is', unsurePerson],
  ["the {0} carries the visitor's key", visitorKey],
  ['website {0} is the website of one account', websiteOne],
  ['website {0} is the website of several accounts: {1}', websiteSeveral],
  ['the account has a won opportunity', won],
  ['You have taken this conversation: it is yours from now on.', commandTaken],
  ['You had taken this conversation before: pass it on to a colleague yourself.', commandTakenBefore],
  ['You have passed this conversation on: somebody else is asked.', commandPassed],
  ['You had passed this conversation on before: somebody else was asked.', commandPassedBefore],
  ['You were not asked to take this conversation: only who is asked can answer.', commandNotAsked],
  ['The time for this offer had run out before you answered: somebody else was asked.', commandTooLate],
  ['The conversation is linked as you said. Visitors of the same address go the same way from now on.', commandLinked],
  [
    'The conversation is linked as you said. Visitors of the same address or domain go the same way from now on.',
    commandLinkedAlways,
  ],
  [
    'The conversation is linked to none of them. Visitors of the same address go the same way from now on.',
    commandNobody,
  ],
  [
    'The conversation is linked to none of them. Visitors of the same address or domain go the same way from now on.',
    commandNobodyAlways,
  ],
  [
    'The last link was taken back: the conversation is linked as it was before. Records that were made for it stay.',
    commandUndone,
  ],
  ["There is no link of Parley's to take back.", commandNothingToUndo],
  ['Parley does not keep this conversation any more (store.keepDays): link it by hand.', commandNotKept],
  ["The command names a record and says that it is nobody's: give one of the two.", commandContradicts],
  ['The command names no record: give the account, contact, lead or opportunity.', commandNamesNone],
];

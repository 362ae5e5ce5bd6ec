import aPerson from '@salesforce/label/c.Chat_A_Person';
import accept from '@salesforce/label/c.Chat_Accept';
import acceptGiven from '@salesforce/label/c.Chat_Accept_Given';
import account from '@salesforce/label/c.Chat_Account';
import agent from '@salesforce/label/c.Chat_Agent';
import agrees from '@salesforce/label/c.Chat_Agrees';
import all from '@salesforce/label/c.Chat_All';
import always from '@salesforce/label/c.Chat_Always';
import another from '@salesforce/label/c.Chat_Another';
import asLinked from '@salesforce/label/c.Chat_As_Linked';
import asked from '@salesforce/label/c.Chat_Asked';
import askedOne from '@salesforce/label/c.Chat_Asked_One';
import attachment from '@salesforce/label/c.Chat_Attachment';
import attachments from '@salesforce/label/c.Chat_Attachments';
import attachmentsLeftOut from '@salesforce/label/c.Chat_Attachments_Left_Out';
import attachmentsLeftOutOne from '@salesforce/label/c.Chat_Attachments_Left_Out_One';
import belongsTo from '@salesforce/label/c.Chat_Belongs_To';
import bot from '@salesforce/label/c.Chat_Bot';
import buyingGroup from '@salesforce/label/c.Chat_Buying_Group';
import candidate from '@salesforce/label/c.Chat_Candidate';
import canned from '@salesforce/label/c.Chat_Canned';
import choose from '@salesforce/label/c.Chat_Choose';
import closed from '@salesforce/label/c.Chat_Closed';
import commandFailed from '@salesforce/label/c.Chat_Command_Failed';
import commandNew from '@salesforce/label/c.Chat_Command_New';
import contact from '@salesforce/label/c.Chat_Contact';
import conversationsFailed from '@salesforce/label/c.Chat_Conversations_Failed';
import correctGiven from '@salesforce/label/c.Chat_Correct_Given';
import decline from '@salesforce/label/c.Chat_Decline';
import declineGiven from '@salesforce/label/c.Chat_Decline_Given';
import deleted from '@salesforce/label/c.Chat_Deleted';
import differs from '@salesforce/label/c.Chat_Differs';
import edited from '@salesforce/label/c.Chat_Edited';
import empty from '@salesforce/label/c.Chat_Empty';
import ended from '@salesforce/label/c.Chat_Ended';
import error from '@salesforce/label/c.Chat_Error';
import fieldCompany from '@salesforce/label/c.Chat_Field_Company';
import fieldCountry from '@salesforce/label/c.Chat_Field_Country';
import fieldDomain from '@salesforce/label/c.Chat_Field_Domain';
import fieldEmail from '@salesforce/label/c.Chat_Field_Email';
import fieldName from '@salesforce/label/c.Chat_Field_Name';
import fieldPhone from '@salesforce/label/c.Chat_Field_Phone';
import find from '@salesforce/label/c.Chat_Find';
import findFailed from '@salesforce/label/c.Chat_Find_Failed';
import findRecord from '@salesforce/label/c.Chat_Find_Record';
import firstResponse from '@salesforce/label/c.Chat_First_Response';
import found from '@salesforce/label/c.Chat_Found';
import foundOne from '@salesforce/label/c.Chat_Found_One';
import functions from '@salesforce/label/c.Chat_Functions';
import gap from '@salesforce/label/c.Chat_Gap';
import groupFailed from '@salesforce/label/c.Chat_Group_Failed';
import hideReasons from '@salesforce/label/c.Chat_Hide_Reasons';
import known from '@salesforce/label/c.Chat_Known';
import lead from '@salesforce/label/c.Chat_Lead';
import loadMore from '@salesforce/label/c.Chat_Load_More';
import loading from '@salesforce/label/c.Chat_Loading';
import match from '@salesforce/label/c.Chat_Match';
import matchAuto from '@salesforce/label/c.Chat_Match_Auto';
import matchManual from '@salesforce/label/c.Chat_Match_Manual';
import matchNone from '@salesforce/label/c.Chat_Match_None';
import matchReview from '@salesforce/label/c.Chat_Match_Review';
import meetingAt from '@salesforce/label/c.Chat_Meeting_At';
import messages from '@salesforce/label/c.Chat_Messages';
import messagesOne from '@salesforce/label/c.Chat_Messages_One';
import moreMessages from '@salesforce/label/c.Chat_More_Messages';
import moveTo from '@salesforce/label/c.Chat_Move_To';
import newHere from '@salesforce/label/c.Chat_New_Here';
import nextMeeting from '@salesforce/label/c.Chat_Next_Meeting';
import nextStep from '@salesforce/label/c.Chat_Next_Step';
import noOpportunity from '@salesforce/label/c.Chat_No_Opportunity';
import nobody from '@salesforce/label/c.Chat_Nobody';
import nothingFound from '@salesforce/label/c.Chat_Nothing_Found';
import nothingWritten from '@salesforce/label/c.Chat_Nothing_Written';
import now from '@salesforce/label/c.Chat_Now';
import offerAccepted from '@salesforce/label/c.Chat_Offer_Accepted';
import offerDeclined from '@salesforce/label/c.Chat_Offer_Declined';
import offerEscalated from '@salesforce/label/c.Chat_Offer_Escalated';
import offerExpired from '@salesforce/label/c.Chat_Offer_Expired';
import offerFollowedUp from '@salesforce/label/c.Chat_Offer_Followed_Up';
import offered from '@salesforce/label/c.Chat_Offered';
import offeredTo from '@salesforce/label/c.Chat_Offered_To';
import open from '@salesforce/label/c.Chat_Open';
import openDesk from '@salesforce/label/c.Chat_Open_Desk';
import openRecord from '@salesforce/label/c.Chat_Open_Record';
import opportunity from '@salesforce/label/c.Chat_Opportunity';
import participant from '@salesforce/label/c.Chat_Participant';
import peer from '@salesforce/label/c.Chat_Peer';
import pieceMissing from '@salesforce/label/c.Chat_Piece_Missing';
import presence from '@salesforce/label/c.Chat_Presence';
import privateNote from '@salesforce/label/c.Chat_Private_Note';
import promised from '@salesforce/label/c.Chat_Promised';
import rating from '@salesforce/label/c.Chat_Rating';
import recommended from '@salesforce/label/c.Chat_Recommended';
import refresh from '@salesforce/label/c.Chat_Refresh';
import rightOpportunity from '@salesforce/label/c.Chat_Right_Opportunity';
import saysAndHolds from '@salesforce/label/c.Chat_Says_And_Holds';
import score from '@salesforce/label/c.Chat_Score';
import scoreOf from '@salesforce/label/c.Chat_Score_Of';
import scoreOfOne from '@salesforce/label/c.Chat_Score_Of_One';
import search from '@salesforce/label/c.Chat_Search';
import seconds from '@salesforce/label/c.Chat_Seconds';
import serviceBreach from '@salesforce/label/c.Chat_Service_Breach';
import show from '@salesforce/label/c.Chat_Show';
import showReasons from '@salesforce/label/c.Chat_Show_Reasons';
import somebodyElse from '@salesforce/label/c.Chat_Somebody_Else';
import someone from '@salesforce/label/c.Chat_Someone';
import started from '@salesforce/label/c.Chat_Started';
import sureBy from '@salesforce/label/c.Chat_Sure_By';
import summaryNeeds from '@salesforce/label/c.Chat_Summary_Needs';
import summaryNext from '@salesforce/label/c.Chat_Summary_Next';
import summaryOpen from '@salesforce/label/c.Chat_Summary_Open';
import summaryPromised from '@salesforce/label/c.Chat_Summary_Promised';
import system from '@salesforce/label/c.Chat_System';
import talks from '@salesforce/label/c.Chat_Talks';
import talksOne from '@salesforce/label/c.Chat_Talks_One';
import thisOne from '@salesforce/label/c.Chat_This_One';
import timeline from '@salesforce/label/c.Chat_Timeline';
import title from '@salesforce/label/c.Chat_Title';
import titleWithCount from '@salesforce/label/c.Chat_Title_With_Count';
import toReview from '@salesforce/label/c.Chat_To_Review';
import transcript from '@salesforce/label/c.Chat_Transcript';
import transcriptFailed from '@salesforce/label/c.Chat_Transcript_Failed';
import tryAgain from '@salesforce/label/c.Chat_Try_Again';
import undo from '@salesforce/label/c.Chat_Undo';
import undoGiven from '@salesforce/label/c.Chat_Undo_Given';
import unknown from '@salesforce/label/c.Chat_Unknown';
import unreadable from '@salesforce/label/c.Chat_Unreadable';
import unreadableOne from '@salesforce/label/c.Chat_Unreadable_One';
import until from '@salesforce/label/c.Chat_Until';
import visitor from '@salesforce/label/c.Chat_Visitor';
import waitsFor from '@salesforce/label/c.Chat_Waits_For';
import whose from '@salesforce/label/c.Chat_Whose';
import yesRight from '@salesforce/label/c.Chat_Yes_Right';

/** What the components say, in the language of the user. */
export const LABELS = {
  aPerson,
  accept,
  acceptGiven,
  account,
  agent,
  agrees,
  all,
  always,
  another,
  asLinked,
  asked,
  askedOne,
  attachment,
  attachments,
  attachmentsLeftOut,
  attachmentsLeftOutOne,
  belongsTo,
  bot,
  buyingGroup,
  candidate,
  canned,
  choose,
  closed,
  commandFailed,
  commandNew,
  contact,
  conversationsFailed,
  correctGiven,
  decline,
  declineGiven,
  deleted,
  differs,
  edited,
  empty,
  ended,
  error,
  fieldCompany,
  fieldCountry,
  fieldDomain,
  fieldEmail,
  fieldName,
  fieldPhone,
  find,
  findFailed,
  findRecord,
  firstResponse,
  found,
  foundOne,
  functions,
  gap,
  groupFailed,
  hideReasons,
  known,
  lead,
  loadMore,
  loading,
  match,
  matchAuto,
  matchManual,
  matchNone,
  matchReview,
  meetingAt,
  messages,
  messagesOne,
  moreMessages,
  moveTo,
  newHere,
  nextMeeting,
  nextStep,
  noOpportunity,
  nobody,
  nothingFound,
  nothingWritten,
  now,
  offerAccepted,
  offerDeclined,
  offerEscalated,
  offerExpired,
  offerFollowedUp,
  offered,
  offeredTo,
  open,
  openDesk,
  openRecord,
  opportunity,
  participant,
  peer,
  pieceMissing,
  presence,
  privateNote,
  promised,
  rating,
  recommended,
  refresh,
  rightOpportunity,
  saysAndHolds,
  score,
  scoreOf,
  scoreOfOne,
  search,
  seconds,
  serviceBreach,
  show,
  showReasons,
  somebodyElse,
  someone,
  started,
  sureBy,
  summaryNeeds,
  summaryNext,
  summaryOpen,
  summaryPromised,
  system,
  talks,
  talksOne,
  thisOne,
  timeline,
  title,
  titleWithCount,
  toReview,
  transcript,
  transcriptFailed,
  tryAgain,
  undo,
  undoGiven,
  unknown,
  unreadable,
  unreadableOne,
  until,
  visitor,
  waitsFor,
  whose,
  yesRight,
};

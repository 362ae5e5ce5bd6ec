import { reviewOf } from './review';
import { personOf, recordOf, value, shown, lines, choices, nodes } from './values';

export { CONVERSATIONS } from './conversations';
export { PARTS } from './transcript';
export { OPEN_OPPORTUNITIES, GROUP } from './account';
export { RECORDS } from './records';
export { nodes, value } from './values';
export { buyingGroup } from './group';
export { recordsOf } from './review';

const UPCOMING = ['Booked', 'Rescheduled'];

/** The conversations of an answer, those that are only linked with the record too, each once, newest first. */
export function conversationsOf(data) {
  const query = data?.uiapi?.query;
  const own = nodes(query?.own).map((node) => conversationOf(node));
  const linked = nodes(query?.linked)
    .filter((link) => link.Conversation__r)
    .map((link) => ({
      ...conversationOf(link.Conversation__r),
      role: value(link, 'Role__c'),
      isLinkedOnly: true,
    }));
  const byId = new Map([...linked, ...own].map((each) => [each.id, each]));
  return [...byId.values()].sort(newestFirst);
}

/** Whether a conversation is not the record's, but waits for a person to say whether it is. */
export function isAsked(conversation, record) {
  return Boolean(conversation.isLinkedOnly && conversation.review?.candidates.some(({ id }) => id === record));
}

/** How many conversations the record has beside those that were read. */
export function moreThan(data) {
  const query = data?.uiapi?.query;
  return (query?.own?.totalCount ?? 0) - nodes(query?.own).length;
}

function newestFirst(one, other) {
  return (other.lastMessageAt ?? other.startedAt ?? '').localeCompare(one.lastMessageAt ?? one.startedAt ?? '');
}

/** The next meeting among those of the conversations, or undefined. */
export function nextMeeting(conversations, now) {
  return conversations
    .flatMap((conversation) => conversation.meetings)
    .filter((meeting) => UPCOMING.includes(meeting.status))
    .filter((meeting) => new Date(meeting.end ?? meeting.start) > now)
    .sort((one, other) => one.start.localeCompare(other.start))[0];
}

function conversationOf(node) {
  return {
    ...happened(node),
    ...found(node),
    ...handoff(node),
    person: personOf(node),
    account: recordOf(node, 'Account__r'),
    opportunity: recordOf(node, 'Opportunity__r'),
    meetings: nodes(node.Chat_Meetings__r).map(meetingOf),
    commands: nodes(node.Chat_Commands__r).map(commandOf),
  };
}

function happened(node) {
  return {
    id: node.Id,
    name: value(node, 'Name'),
    externalId: value(node, 'External_Id__c'),
    source: value(node, 'Source__c'),
    channel: value(node, 'Channel__c'),
    status: value(node, 'Status__c'),
    statusLabel: shown(node, 'Status__c'),
    startedAt: value(node, 'Started_At__c'),
    endedAt: value(node, 'Ended_At__c'),
    lastMessageAt: value(node, 'Last_Message_At__c'),
    messageCount: value(node, 'Message_Count__c'),
    firstResponseSeconds: value(node, 'First_Response_Seconds__c'),
    satisfaction: value(node, 'Satisfaction__c'),
    url: value(node, 'Url__c'),
  };
}

function found(node) {
  return {
    need: value(node, 'Need__c'),
    summary: value(node, 'Summary__c'),
    promised: value(node, 'Promised__c'),
    openQuestions: lines(node, 'Open_Questions__c'),
    nextStep: value(node, 'Next_Step__c'),
    stage: shown(node, 'Relationship_Stage__c'),
    functions: choices(node, 'Functions__c'),
    presence: choices(node, 'Social_Presence__c'),
    score: value(node, 'Score__c'),
    grade: value(node, 'Grade__c'),
    reasons: lines(node, 'Score_Reasons__c'),
    decision: value(node, 'Match_Decision__c'),
    confidence: value(node, 'Match_Confidence__c'),
    evidence: lines(node, 'Match_Evidence__c'),
    review: reviewOf(node),
  };
}

function handoff(node) {
  return {
    handoffStatus: value(node, 'Handoff_Status__c'),
    handoffUntil: value(node, 'Handoff_Until__c'),
    serviceBreach: value(node, 'Service_Breach__c'),
    handoffTo: value(node, 'Handoff_To__c'),
    handoffToName: node.Handoff_To__r ? value(node.Handoff_To__r, 'Name') : null,
  };
}

function meetingOf(node) {
  return {
    id: node.Id,
    status: value(node, 'Status__c'),
    start: value(node, 'Start__c'),
    end: value(node, 'End__c'),
    organizer: value(node, 'Organizer__c'),
  };
}

function commandOf(node) {
  return {
    id: node.Id,
    action: value(node, 'Action__c'),
    status: value(node, 'Status__c'),
    result: value(node, 'Result__c'),
  };
}

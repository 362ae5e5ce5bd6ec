import { gql } from 'lightning/graphql';

/** A record's conversations, whichever of the four objects it is of: an id of one never equals a look-up to another. */
export const CONVERSATIONS = gql`
  query chatConversations($record: ID, $first: Int) {
    uiapi {
      query {
        own: Chat_Conversation__c(
          first: $first
          orderBy: { Last_Message_At__c: { order: DESC, nulls: LAST } }
          where: {
            or: [
              { Account__c: { eq: $record } }
              { Opportunity__c: { eq: $record } }
              { Contact__c: { eq: $record } }
              { Lead__c: { eq: $record } }
            ]
          }
        ) {
          totalCount
          edges {
            node {
              Id
              Name { value }
              External_Id__c { value }
              Source__c { value }
              Channel__c { value }
              Status__c { value displayValue }
              Started_At__c { value }
              Ended_At__c { value }
              Last_Message_At__c { value }
              Message_Count__c { value }
              First_Response_Seconds__c { value }
              Satisfaction__c { value }
              Url__c { value }
              Need__c { value }
              Summary__c { value }
              Promised__c { value }
              Open_Questions__c { value }
              Next_Step__c { value }
              Relationship_Stage__c { value displayValue }
              Functions__c { value displayValue }
              Social_Presence__c { value displayValue }
              Score__c { value }
              Grade__c { value }
              Score_Reasons__c { value }
              Match_Decision__c { value }
              Match_Confidence__c { value }
              Match_Evidence__c { value }
              Match_Candidates__c { value }
              Handoff_Status__c { value displayValue }
              Handoff_Until__c { value }
              Service_Breach__c { value }
              Handoff_To__c { value }
              Handoff_To__r { Name { value } }
              Account__r { Id Name { value } }
              Opportunity__r { Id Name { value } }
              Contact__r { Id Name { value } Title { value } CreatedDate { value } }
              Lead__r { Id Name { value } Title { value } Company { value } CreatedDate { value } }
              Chat_Meetings__r(first: 5, orderBy: { Start__c: { order: DESC } }) {
                edges {
                  node {
                    Id
                    Status__c { value }
                    Start__c { value }
                    End__c { value }
                    Organizer__c { value }
                  }
                }
              }
              Chat_Commands__r(first: 1, orderBy: { CreatedDate: { order: DESC } }) {
                edges { node { Id Action__c { value } Status__c { value } Result__c { value } } }
              }
            }
          }
        }
        linked: Chat_Link__c(
          first: 50
          orderBy: { CreatedDate: { order: DESC } }
          where: {
            or: [
              { Account__c: { eq: $record } }
              { Opportunity__c: { eq: $record } }
              { Contact__c: { eq: $record } }
              { Lead__c: { eq: $record } }
            ]
          }
        ) {
          edges {
            node {
              Id
              Role__c { value }
              Conversation__r {
                Id
                Name { value }
                External_Id__c { value }
                Source__c { value }
                Channel__c { value }
                Status__c { value displayValue }
                Started_At__c { value }
                Ended_At__c { value }
                Last_Message_At__c { value }
                Message_Count__c { value }
                First_Response_Seconds__c { value }
                Satisfaction__c { value }
                Url__c { value }
                Need__c { value }
                Summary__c { value }
                Promised__c { value }
                Open_Questions__c { value }
                Next_Step__c { value }
                Relationship_Stage__c { value displayValue }
                Functions__c { value displayValue }
                Social_Presence__c { value displayValue }
                Score__c { value }
                Grade__c { value }
                Score_Reasons__c { value }
                Match_Decision__c { value }
                Match_Confidence__c { value }
                Match_Evidence__c { value }
                Match_Candidates__c { value }
                Handoff_Status__c { value displayValue }
                Handoff_Until__c { value }
                Service_Breach__c { value }
                Handoff_To__c { value }
                Handoff_To__r { Name { value } }
                Account__r { Id Name { value } }
                Opportunity__r { Id Name { value } }
                Contact__r { Id Name { value } Title { value } CreatedDate { value } }
                Lead__r {
                  Id
                  Name { value }
                  Title { value }
                  Company { value }
                  CreatedDate { value }
                }
              }
            }
          }
        }
      }
    }
  }
`;

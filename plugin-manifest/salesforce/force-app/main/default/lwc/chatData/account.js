import { gql } from 'lightning/graphql';

/** An account's open opportunities, those that close soonest first. */
export const OPEN_OPPORTUNITIES = gql`
  query chatOpportunities($account: ID) {
    uiapi {
      query {
        Opportunity(
          first: 7
          orderBy: { CloseDate: { order: ASC } }
          where: { and: [{ AccountId: { eq: $account } }, { IsClosed: { eq: false } }] }
        ) {
          edges { node { Id Name { value } StageName { value displayValue } } }
        }
      }
    }
  }
`;

/** The last two hundred conversations with people of an account, in few words. */
export const GROUP = gql`
  query chatBuyingGroup($account: ID) {
    uiapi {
      query {
        Chat_Conversation__c(
          first: 200
          orderBy: { Last_Message_At__c: { order: DESC, nulls: LAST } }
          where: { Account__c: { eq: $account } }
        ) {
          edges {
            node {
              Id
              Started_At__c { value }
              Last_Message_At__c { value }
              Need__c { value }
              Functions__c { value displayValue }
              Contact__r { Id Name { value } Title { value } CreatedDate { value } }
              Lead__r { Id Name { value } Title { value } Company { value } CreatedDate { value } }
            }
          }
        }
      }
    }
  }
`;

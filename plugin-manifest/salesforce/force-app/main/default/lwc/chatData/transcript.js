import { gql } from 'lightning/graphql';

/** The parts of a conversation's transcript, in order. */
export const PARTS = gql`
  query chatTranscript($conversation: ID, $first: Int) {
    uiapi {
      query {
        Chat_Transcript_Part__c(
          first: $first
          orderBy: { Sequence__c: { order: ASC } }
          where: { Conversation__c: { eq: $conversation } }
        ) {
          totalCount
          edges { node { Id Sequence__c { value } Body__c { value } } }
        }
      }
    }
  }
`;

import { gql } from 'lightning/graphql';

/** Accounts, contacts and leads whose name is like another, as far as the user may see them. */
export const RECORDS = gql`
  query chatRecords($name: String) {
    uiapi {
      query {
        Account(first: 5, orderBy: { Name: { order: ASC } }, where: { Name: { like: $name } }) {
          edges { node { Id Name { value } Website { value } } }
        }
        Contact(first: 5, orderBy: { Name: { order: ASC } }, where: { Name: { like: $name } }) {
          edges { node { Id Name { value } AccountId { value } Account { Name { value } } } }
        }
        Lead(
          first: 5
          orderBy: { Name: { order: ASC } }
          where: { and: [{ Name: { like: $name } }, { IsConverted: { eq: false } }] }
        ) {
          edges { node { Id Name { value } Company { value } } }
        }
      }
    }
  }
`;

import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import { GROUP, buyingGroup } from 'c/chatData';
import { counted, distance, fill, joined, moment } from 'c/chatFormat';
import { LABELS } from 'c/chatLabels';

const TOPICS = 3;

/** Who of an account has chatted, about what and when, and who of them is new. */
export default class ChatBuyingGroup extends NavigationMixin(LightningElement) {
  labels = LABELS;
  group = [];
  errors;
  result;

  /** The account's id. */
  @api accountId;

  get variables() {
    return { account: this.accountId };
  }

  @wire(graphql, { query: GROUP, variables: '$variables' })
  received(result) {
    if (result.refresh) this.result = result;
    if (result.data) this.group = buyingGroup(result.data);
    this.errors = result.errors;
  }

  /** Reads it anew. */
  @api refresh() {
    return this.result?.refresh?.();
  }

  get people() {
    return this.group.map((person) => ({
      ...person,
      icon: person.sobject === 'Lead' ? 'standard:lead' : 'standard:contact',
      when: distance(person.lastAt),
      exactWhen: moment(person.lastAt),
      count: fill(counted(person.talks, LABELS.talksOne, LABELS.talks), person.talks),
      about: joined(person.topics.slice(0, TOPICS).map((topic) => topic.label)),
    }));
  }

  get heading() {
    return fill(LABELS.buyingGroup, this.group.length);
  }

  openPerson(event) {
    const { id, sobject } = event.currentTarget.dataset;
    const attributes = { recordId: id, objectApiName: sobject, actionName: 'view' };
    this[NavigationMixin.Navigate]({ type: 'standard__recordPage', attributes });
  }
}

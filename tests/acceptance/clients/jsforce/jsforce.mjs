// Does with jsforce what an integration does with an org, and says of each story that it went well.
// Usage: ORG_URL=http://127.0.0.1:8180 node jsforce.mjs
import assert from 'node:assert/strict';
import jsforce from 'jsforce';

const url = process.env.ORG_URL;
const login = await fetch(`${url}/services/oauth2/token`, {
  method: 'POST',
  body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'demo', client_secret: 'demo' })
});
const { access_token: accessToken } = await login.json();
const org = new jsforce.Connection({ instanceUrl: url, accessToken, version: '62.0' });
org.bulk2.pollInterval = 100;
org.bulk2.pollTimeout = 60_000;

async function story(name, tell) {
  await tell();
  console.log(`ok: ${name}`);
}

await story('it knows who it is', async () => {
  const me = await org.identity();
  assert.equal(me.username, 'admin@parley.example');
});

await story('a bulk job brings 2,100 accounts in, and refuses the one without a name', async () => {
  const rows = Array.from({ length: 2100 }, (_, at) => ({ Name: `Account ${at}`, Site: 'bulk' }));
  const done = await org.bulk2.loadAndWaitForResults({
    object: 'Account', operation: 'insert', input: [...rows, { Name: '', Site: 'bulk' }]
  });
  assert.equal(done.successfulResults.length, 2100);
  assert.match(done.successfulResults[0].sf__Id, /^001/);
  assert.equal(done.failedResults.length, 1);
  assert.match(done.failedResults[0].sf__Error, /^REQUIRED_FIELD_MISSING/);
});

await story('a query comes in pages of 2,000', async () => {
  const first = await org.query("SELECT Id, Name FROM Account WHERE Site = 'bulk'");
  assert.equal(first.totalSize, 2100);
  assert.equal(first.records.length, 2000);
  assert.equal(first.done, false);
  const second = await org.queryMore(first.nextRecordsUrl);
  assert.equal(second.records.length, 100);
  assert.equal(second.done, true);
});

await story('a bulk query gives them all', async () => {
  const stream = await org.bulk2.query("SELECT Name, Owner.Name FROM Account WHERE Site = 'bulk'");
  const rows = await stream.toArray();
  assert.equal(rows.length, 2100);
  assert.equal(rows[0]['Owner.Name'], 'Ada Admin');
});

await story('one record and 200 are upserted by external id', async () => {
  const lead = key => ({ Chat_Visitor_Id__c: key, LastName: key, Company: 'Acme' });
  const one = await org.sobject('Lead').upsert(lead('one'), 'Chat_Visitor_Id__c');
  assert.equal(one.created, true);
  const again = await org.sobject('Lead').upsert(lead('one'), 'Chat_Visitor_Id__c');
  assert.equal(again.created, false);
  const many = Array.from({ length: 200 }, (_, at) => lead(at === 0 ? 'one' : `many-${at}`));
  const results = await org.sobject('Lead').upsert(many, 'Chat_Visitor_Id__c');
  assert.equal(results.length, 200);
  assert.equal(results.filter(result => result.success).length, 200);
  assert.equal(results.filter(result => result.created).length, 199);
});

await story('a bulk upsert finds what is there', async () => {
  const done = await org.bulk2.loadAndWaitForResults({
    object: 'Lead', operation: 'upsert', externalIdFieldName: 'Chat_Visitor_Id__c',
    input: [{ Chat_Visitor_Id__c: 'one', LastName: 'Changed', Company: '' }, { Chat_Visitor_Id__c: 'new', LastName: 'New', Company: 'Acme' }]
  });
  assert.deepEqual(done.successfulResults.map(row => row.sf__Created), ['false', 'true']);
});

await story('the limits are there to be read', async () => {
  const { DailyApiRequests } = await org.limits();
  assert.ok(DailyApiRequests.Remaining < DailyApiRequests.Max);
});

await story('records are found with their children, by conditions and dates', async () => {
  const [parent] = await org.sobject('Account').create([{ Name: 'Parent', Site: 'found' }]);
  await org.sobject('Contact').create(['Berg', 'Holm', 'Ek'].map(LastName => ({ LastName, AccountId: parent.id })));
  const found = await org.sobject('Account')
    .find({ Site: 'found', CreatedDate: { $gte: jsforce.SfDate.YESTERDAY }, Name: { $in: ['Parent', "O'Neil"] } }, 'Id, Name')
    .include('Contacts').select('LastName').where({ LastName: { $ne: 'Ek' } }).orderby('LastName').end()
    .sort('Name').limit(5).execute();
  assert.equal(found.length, 1);
  assert.deepEqual(found[0].Contacts.records.map(each => each.LastName), ['Berg', 'Holm']);
  assert.equal(await org.sobject('Contact').count({ 'Account.Name': 'Parent' }), 3);
});

await story('several requests go as one, and a path is asked as it stands', async () => {
  const post = (url, body) => org.request({
    method: 'POST', url, body: JSON.stringify(body), headers: { 'content-type': 'application/json' }
  });
  const batch = await post('/composite/batch', {
    batchRequests: [{ method: 'GET', url: 'v62.0/limits' }, { method: 'GET', url: 'v62.0/sobjects/Nonsense' }]
  });
  assert.equal(batch.hasErrors, true);
  assert.deepEqual(batch.results.map(each => each.statusCode), [200, 404]);
  const { sObjects } = await org.request('/limits/recordCount?sObjects=Contact');
  assert.equal(sObjects[0].count, 3);
});

await story('what was changed and deleted of late is listed', async () => {
  const [gone] = await org.sobject('Contact').find({ LastName: 'Ek' });
  await org.sobject('Contact').destroy(gone.Id);
  const [from, until] = [new Date(Date.now() - 3_600_000), new Date(Date.now() + 120_000)];
  const { deletedRecords } = await org.sobject('Contact').deleted(from, until);
  assert.deepEqual(deletedRecords.map(each => each.id), [gone.Id]);
  assert.equal((await org.sobject('Contact').updated(from, until)).ids.length, 2);
});

await story('what the org has not is refused so that a program can tell', async () => {
  const notFound = { errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' };
  await assert.rejects(org.analytics.reports(), notFound);
  await assert.rejects(org.search('FIND {Acme}'), notFound);
  await assert.rejects(org.tooling.query('SELECT Id FROM ApexClass'), notFound);
  await assert.rejects(org.sobject('Account').layouts(), notFound);
  await assert.rejects(org.apex.get('/orders'), { errorCode: 'NOT_FOUND', message: 'Could not find a match for URL' });
  await assert.rejects(org.soap.convertLead({ leadId: '00Q000000000000EAA' }), { errorCode: 'sf:API_DISABLED_FOR_ORG' });
  await assert.rejects(async () => await org.bulk.load('Account', 'insert', [{ Name: 'Old' }]), /Async API not enabled/);
});

await story('what is refused is told with its code', async () => {
  await assert.rejects(org.query('SELECT Nonsense FROM Account'), { errorCode: 'INVALID_FIELD' });
  await assert.rejects(org.query('SELEC Id FROM Account'), { errorCode: 'MALFORMED_QUERY' });
  await assert.rejects(org.sobject('Account').create({}), { errorCode: 'REQUIRED_FIELD_MISSING' });
});

await story('a change is told as it happens', async () => {
  let tell;
  const told = new Promise(resolve => { tell = resolve; });
  const subscription = org.streaming.channel('/data/AccountChangeEvent').subscribe(tell);
  await subscription;
  await org.sobject('Account').create({ Name: 'Streamed' });
  const event = await told;
  assert.equal(event.payload.Name, 'Streamed');
  assert.equal(event.payload.ChangeEventHeader.changeType, 'CREATE');
});

process.exit(0);

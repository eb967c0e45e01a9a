import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { readPageLeads } from '../read-page-leads.ts';
import { walkDocument } from '../walk-document.ts';

// The shape of Roundcube 1.6 with its skin Elastic, as Debian delivers it.

const evidence = (body: string, url: string) =>
  walkDocument(parseHTML(`<!doctype html><html><body class="task-mail">${body}</body></html>`).document, { url });

const row = (name: string, email: string, subject: string, uid: number) =>
  `<tr id="rcmrow${uid}" class="message"><td class="selection"><input type="checkbox"></td><td class="subject"><span class="fromto skip-on-drag"><span class="adr"><span title="${email}" class="rcmContactAddress">${name}</span></span></span>
<span class="date skip-on-drag">2026-03-12 18:40</span><span class="size skip-on-drag">2 KB</span><span class="subject"><a href="/?_task=mail&amp;_mbox=INBOX&amp;_uid=${uid}&amp;_action=show"><span>${subject}</span></a></span></td></tr>`;
const list = `<div id="layout-menu"><a class="logout" href="./?_task=logout"><span class="inner">Logout</span></a></div><table id="messagelist" class="listing messagelist"><tbody>${row('Weber, Karl', 'karl.weber@huaxin.example', 'Gate 4', 7)}
${row('王小明', 'wang.xiaoming@huaxin.example', '报价', 8)}</tbody></table>`;

const address = (name: string, email: string) =>
  `<span class="adr"><a href="mailto:${email}" class="rcmContactAddress" title="${email}">${name}</a><a href="#add" title="Add to address book" class="rcmaddcontact"></a></span>`;
const message = (subject: string, [name, email]: [string, string], body: string) => `
<h1 class="voice">Message preview</h1><div id="layout-content"><div class="content frame-content" role="main"><div id="message-header">
<h2 class="subject"> <span class="voice">Subject: </span> ${subject} <a class="extwin hidden-small" title="Open in new window" role="button" href="/?_task=mail&amp;_action=show&amp;_uid=8&amp;_mbox=Kunden"><span class="inner">Open in new window</span></a> </h2>
<div class="header"><div class="header-content"><div class="header-summary"><span>From ${address(name, email)} on <span class="text-nowrap">2026-03-13 09:00</span></span></div>
<table class="header-headers"><tbody><tr><td class="header-title">From</td><td class="header from">${address(name, email)}</td></tr>
<tr><td class="header-title">To</td><td class="header to">${address('Vera', 'vera@acme.example')}</td></tr><tr><td class="header-title">Cc</td><td class="header cc">${address('Bob Stone', 'bob@huaxin.example')}</td></tr>
<tr><td class="header-title">Date</td><td class="header date">2026-03-13 09:00</td></tr></tbody></table><div class="header-links"><a href="#headers">Details</a></div></div></div></div>
<div id="message-content"><div class="leftcol"><ul id="attachment-list" class="attachmentslist"><li><a class="filename"><span class="attachment-name">way.pdf</span><span class="attachment-size">(~4 KB)</span></a></li></ul></div>
<div class="rightcol"><div id="message-objects"></div><div id="messagebody">${body}</div></div></div></div></div>`;

const readMessage = (body: string, sender: [string, string] = ['Weber, Karl', 'karl.weber@huaxin.example']) =>
  readPageLeads(
    evidence(
      `${list}<div>${message('Visit on Friday', sender, body)}</div>`,
      'https://mail.acme.example/?_task=mail&_mbox=INBOX',
    ),
  );

it('a message of plain text, beside the list: subject, time and number are its own, the signature stands below the quote', () => {
  const { leads, mail } =
    readMessage(`<div class="message-part"><div class="pre">Dear Vera,<br> <br> we expect you on Friday.<br> <br>
 On Thu, 12 Mar 2026 at 09:00, Vera &lt;<a href="mailto:vera@acme.example">vera@acme.example</a>&gt; wrote:<blockquote>Could I see the line?<br> Vera<br> Tel. +49 30 5550000</blockquote><br>
 <span class="sig">--&nbsp;<br> Karl Weber<br> Production Manager<br> Huaxin Instruments GmbH<br> Tel. +49 30 901871<br> </span></div></div>`);
  expect(mail).toMatchObject({
    subject: 'Visit on Friday',
    sentAt: '2026-03-13T09:00',
    messageId: 'roundcube:mail.acme.example:Kunden:8',
    cc: [{ name: 'Bob Stone', email: 'bob@huaxin.example' }],
    attachments: ['way.pdf'],
  });
  expect(leads).toMatchObject([
    {
      name: 'Karl Weber',
      title: 'Production Manager',
      company: 'Huaxin Instruments GmbH',
      phones: [{ e164: '+4930901871' }],
    },
  ]);
});

it('a message of HTML: quotes are known by the classes that Roundcube gives other names', () => {
  const { leads, mail } = readMessage(
    `<div class="message-htmlpart"><div class="rcmBody"><p>Please send us an <b>offer</b>.</p><blockquote>Forty flow meters</blockquote><p>Kind regards<br>Nina Roth<br>Head of purchasing<br>Phone: +49 30 901874</p>
<div class="v1gmail_quote"><div>On Mon, Vera wrote:</div><blockquote>Shall I send prices? Tel +49 30 777888</blockquote></div></div></div>`,
    ['Nina Roth', 'nina.roth@huaxin.example'],
  );
  expect(mail?.text).toMatch(/offer\.\nForty flow meters\nKind regards/);
  expect(leads).toMatchObject([{ name: 'Nina Roth', title: 'Head of purchasing', phones: [{ e164: '+4930901874' }] }]);
});

it('a folder without an open message offers its senders, and nothing of what stands around them', () => {
  const { leads, more, pageKind } = readPageLeads(evidence(list, 'https://mail.acme.example/?_task=mail&_mbox=INBOX'));
  expect(pageKind).toBe('list');
  expect(leads.map(({ name }) => name)).toEqual(['Karl Weber', '王小明']);
  expect(more).toEqual([]);
});

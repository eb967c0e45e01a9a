import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readPageLeads } from '../read-page-leads.ts';
import { walkDocument } from '../walk-document.ts';
import { readWebmail } from './read-webmail.ts';

const evidence = (body: string, title = '', url = '') =>
  walkDocument(
    parseHTML(`<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`).document,
    { url },
  );

const gmail = (messages: string) =>
  evidence(`<h2 class="hP">Offer 12</h2>${messages}`, 'Offer 12 - me@mine.example - Gmail');
const gmailMessage = (number: string, email: string, name: string, body: string) => `
  <div class="adn" data-legacy-message-id="${number}"><span class="gD" email="${email}" name="${name}">${name}</span>
  <span class="g2" email="me@mine.example" name="me">me</span><div class="a3s">${body}</div></div>`;

describe('Gmail', () => {
  it('gives the newest message that somebody else wrote, and who else is in the thread', () => {
    const reading = readWebmail(
      gmail(
        gmailMessage('m1', 'bob@acme.example', 'Bob Stone', '<div>First</div>') +
          gmailMessage(
            'm2',
            'ann@acme.example',
            'Ann Lee',
            '<div>Second</div><div class="gmail_quote">On Monday, Bob wrote: First</div>',
          ) +
          gmailMessage('m3', 'me@mine.example', 'Mia Own', '<div>Third</div>'),
      ),
    );
    expect(reading).toMatchObject({
      kind: 'message',
      own: ['me@mine.example'],
      mail: {
        from: { name: 'Ann Lee', email: 'ann@acme.example' },
        to: [{ email: 'me@mine.example' }],
        subject: 'Offer 12',
        messageId: 'gmail:m2',
        text: 'Second',
        thread: [{ name: 'Bob Stone', email: 'bob@acme.example' }],
      },
    });
  });

  it('fills the card from headers and signature, with paths into the page', () => {
    const page = gmail(
      gmailMessage(
        'm1',
        'ann@acme.example',
        'Ann Lee',
        '<div>Write to bob@other.example.</div><div>Best regards</div><div>Ann Lee</div><div>Sales Manager</div><div>Tel: +49 30 901820</div>',
      ),
    );
    const { leads, mail } = readPageLeads(page);
    expect(leads).toMatchObject([
      {
        name: 'Ann Lee',
        title: 'Sales Manager',
        emails: [{ value: 'ann@acme.example' }],
        phones: [{ e164: '+4930901820' }],
      },
    ]);
    expect(leads[0]?.provenance.find(({ field }) => field === 'phone')?.path).toBe(
      'body > div:nth-child(2) > div:nth-child(3) > div:nth-child(5)',
    );
    expect(mail?.messageId).toBe('gmail:m1');
  });

  it('offers a folder’s senders once each, without the reader and without machines', () => {
    const row = (email: string, name: string) =>
      `<tr class="zA"><td><span class="zF" email="${email}" name="${name}">${name}</span></td></tr>`;
    const { leads, more, pageKind } = readPageLeads(
      evidence(
        `<table>${row('ann@acme.example', 'Ann Lee')}${row('help@acme.example', 'Team Acme')}${row('news@acme.example', 'Team Acme')}${row('no-reply@acme.example', 'Acme')}${row('me@mine.example', 'me')}</table>`,
        'Inbox - me@mine.example - Gmail',
      ),
    );
    expect(pageKind).toBe('list');
    expect(leads.map(({ kind, name, emails }) => [kind, name, emails.length])).toEqual([
      ['person', 'Ann Lee', 1],
      ['company', 'Team Acme', 2],
    ]);
    expect(more.map(({ name }) => name)).toEqual(['Acme']);
  });
});

describe('Roundcube', () => {
  it('reads the headers’ contact links and the body of its frame', () => {
    const reading = readWebmail(
      evidence(
        `<div id="messageheader"><h2 class="subject"><span class="voice">Subject: </span>Visit on Friday</h2>
         <table class="headers-table"><tr><td class="header-title">From</td><td class="header from"><a class="rcmContactAddress" href="mailto:ann@acme.example" title="ann@acme.example">Lee, Ann</a></td></tr>
         <tr><td class="header-title">To</td><td class="header to"><a class="rcmContactAddress" href="mailto:me@mine.example" title="me@mine.example">Mia</a></td></tr></table>
         <ul id="attachment-list"><li><a><span class="attachment-name">plan.pdf</span></a></li></ul></div>
         <div id="messagebody"><div class="message-part"><div class="pre">See you.<br>Ann</div><blockquote type="cite">Old</blockquote></div></div>`,
        '',
        'https://mail.mine.example/?_task=mail&_mbox=INBOX&_uid=42&_action=show',
      ),
    );
    expect(reading).toMatchObject({
      kind: 'message',
      mail: {
        from: { name: 'Ann Lee', email: 'ann@acme.example' },
        to: [{ name: 'Mia', email: 'me@mine.example' }],
        subject: 'Visit on Friday',
        messageId: 'roundcube:mail.mine.example:INBOX:42',
        text: 'See you.\nAnn',
        attachments: ['plan.pdf'],
      },
    });
  });
});

describe('Outlook on the web', () => {
  it('goes by roles and labels, never by classes', () => {
    const reading = readWebmail(
      evidence(
        `<div role="main"><div role="heading" aria-level="2" title="Price list"><span>Price list</span></div>
         <div data-convid="AAQk1"><div><span aria-label="From: Ann Lee"><span title="ann@acme.example">Ann Lee</span></span></div>
         <div>To: <span>Mia Own&lt;me@mine.example&gt;</span></div>
         <div role="listbox"><div role="option" title="prices.xlsx 14 KB">prices.xlsx</div></div>
         <div role="document" aria-label="Message body"><p>Please find it attached.</p></div></div></div>`,
      ),
    );
    expect(reading).toMatchObject({
      kind: 'message',
      mail: {
        from: { name: 'Ann Lee', email: 'ann@acme.example' },
        to: [{ name: 'Mia Own', email: 'me@mine.example' }],
        subject: 'Price list',
        messageId: 'outlook:AAQk1',
        text: 'Please find it attached.',
        attachments: ['prices.xlsx'],
      },
    });
  });
});

describe('any other webmail', () => {
  it('is known by its labelled headers, in whatever language', () => {
    const reading = readWebmail(
      evidence(`<div><table><tr><td>发件人：</td><td>李安 &lt;ann@acme.example&gt;</td></tr><tr><td>主题：</td><td>报价</td></tr>
        <tr><td>日期：</td><td>2026年5月4日</td></tr></table><div id="b"><p>您好，请见附件。</p></div></div>`),
    );
    expect(reading).toMatchObject({
      mail: { from: { name: '李安', email: 'ann@acme.example' }, subject: '报价', text: '您好，请见附件。' },
    });
  });

  it('is no page that merely asks for such things', () => {
    expect(
      readWebmail(evidence('<p>From: Berlin</p><p>To: Hamburg</p><p>Date: 4 May</p><p>Subject: art</p><p>Text</p>')),
    ).toBeUndefined();
    expect(readWebmail(evidence('<p>Contact: ann@acme.example</p>'))).toBeUndefined();
  });
});

// Pages as people have them on the screen, in the shape of the webmails they are of.

const html = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body>${body}</body></html>`;

const names = 'Ann Bob Carl Dora Emil Fay Gus Hal Ida Jon Kim Leo Mia Ned Ora Pia Quin'.split(' ');
/** Seventeen people of one house. */
export const staff = names.map((given, at) => ({
  name: `${given} Sander`,
  email: `${given.toLowerCase()}.sander@huaxin.localhost`,
  phone: `+49 30 9018${String(20 + at)}`,
}));

const row = ({ name, email, phone }: (typeof staff)[number]): string =>
  `<tr><td>${name}</td><td>Sales Manager</td><td><a href="mailto:${email}">${email}</a></td><td>${phone}</td></tr>`;
const team = html(
  'Team – Huaxin Instruments',
  `<main><h1>Team of Huaxin Instruments GmbH</h1><table><thead><tr><th>Name</th><th>Title</th><th>E-mail</th><th>Phone</th></tr></thead>
<tbody>${staff.map(row).join('')}</tbody></table></main>`,
);

const news = html(
  'News – Huaxin Instruments',
  `<main><h1>A new plant</h1><div id="piece"><p>The plant opens in <b>May</b>:</p><ul><li>40 people</li>
<li>two lines</li></ul><p style="display:none">tracking words</p><p>See <a href="/plan">the plan</a>.</p></div></main>`,
);

const person = (name: string, local: string, phone: string): string =>
  html(
    'Contact – Huaxin Instruments',
    `<main><h1>Huaxin Instruments GmbH</h1><section><h2>${name}</h2><p>Head of purchasing</p>
<p><a href="mailto:${local}@huaxin.localhost">${local}@huaxin.localhost</a></p><p>Phone: ${phone}</p></section></main>`,
  );

const gmailMessage = (number: string, email: string, name: string, body: string): string => `
<div class="adn" data-legacy-message-id="${number}"><span class="gD" email="${email}" name="${name}">${name}</span>
<span class="g2" email="vera@acme.example" name="me">me</span><div class="a3s">${body}</div></div>`;
const gmail = html(
  'Offer 12 - vera@acme.example - Gmail',
  `<h2 class="hP">Offer 12</h2>${gmailMessage('m1', 'bob.stone@other.example', 'Bob Stone', '<div>Could Jane look at it?</div>')}
${gmailMessage(
  'm2',
  'jane.doe@huaxin.localhost',
  'Jane Doe',
  `<div>Please send us an offer for forty flow meters by Friday.</div><div>Best regards</div><div>Jane Doe</div><div>Head of purchasing</div>
<div>Huaxin Instruments GmbH</div><div>Tel: +49 30 901870</div><div class="gmail_quote">On Monday, Bob Stone wrote: Could Jane look at it?</div>`,
)}`,
);

/** The frame beside the list, as Roundcube 1.6 writes it. */
const roundcubeMessage = html(
  'Roundcube Webmail :: Visit on Friday',
  `<div id="message-header"><h2 class="subject"> <span class="voice">Subject: </span> Visit on Friday
<a class="extwin" title="Open in new window" role="button" href="/?_task=mail&amp;_action=show&amp;_uid=3&amp;_mbox=INBOX"><span class="inner">Open in new window</span></a> </h2>
<table class="header-headers"><tbody><tr><td class="header-title">From</td><td class="header from"><span class="adr">
<a class="rcmContactAddress" href="mailto:karl.weber@huaxin.localhost" title="karl.weber@huaxin.localhost">Weber, Karl</a></span></td></tr>
<tr><td class="header-title">To</td><td class="header to"><span class="adr"><a class="rcmContactAddress" href="mailto:vera@acme.example" title="vera@acme.example">Vera</a></span></td></tr>
<tr><td class="header-title">Date</td><td class="header date">2026-03-13 09:00</td></tr></tbody></table></div>
<div id="messagebody"><div class="message-part"><div class="pre">We expect you on Friday at ten o'clock at the gate.<br> <br>
On Thu, 12 Mar 2026 at 09:00, Vera &lt;<a href="mailto:vera@acme.example">vera@acme.example</a>&gt; wrote:<blockquote>May I come?<br> Vera, Tel. +49 30 5550000</blockquote><br>
<span class="sig">--&nbsp;<br>Karl Weber<br>Production Manager<br>Tel. +49 30 901871<br></span></div></div></div>`,
);
const roundcube = html(
  'Roundcube Webmail :: Inbox',
  `<table id="messagelist"><tbody><tr class="message selected"><td class="subject"><span class="fromto"><span class="adr"><span title="nina.roth@huaxin.localhost" class="rcmContactAddress">Nina Roth</span></span></span>
<span class="date">2026-03-12 18:40</span><span class="subject"><a href="/?_task=mail&amp;_mbox=INBOX&amp;_uid=4&amp;_action=show"><span>Certificates</span></a></span></td></tr></tbody></table>
<iframe id="messagecontframe" src="/roundcube-message" width="600" height="400"></iframe>`,
);

export const pages: Readonly<Record<string, string>> = {
  '/team': team,
  '/news': news,
  '/jane': person('Jane Doe', 'jane.doe', '+49 30 901870'),
  '/otto': person('Otto Lang', 'otto.lang', '+49 30 901873'),
  '/lena': person('Lena Kurz', 'lena.kurz', '+49 30 901872'),
  '/gmail': gmail,
  '/roundcube': roundcube,
  '/roundcube-message': roundcubeMessage,
};

/** A mail as one drops it. */
export const mailFile = [
  'From: Nina Roth <nina.roth@huaxin.localhost>',
  'To: vera@acme.example',
  'Subject: Certificates',
  'Message-ID: <certificates-1@huaxin.localhost>',
  'Date: Fri, 13 Mar 2026 10:00:00 +0100',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Please find our certificates in the shared folder.',
  '',
  '-- ',
  'Nina Roth',
  'Quality Manager',
  'Tel. +49 30 901874',
].join('\r\n');

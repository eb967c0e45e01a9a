const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Mailboxes of a function, without dots and dashes: RFC 2142 and what companies commonly print on their pages. */
export const roleMailboxes = words(`
  abuse admin administrator billing contact contactus customercare customerservice customersupport donotreply enquiries
  enquiry finance accounts accounting accountspayable accountsreceivable hello help helpdesk hostmaster hr office
  info information inquiries inquiry invoice invoices it jobs careers recruiting recruitment legal mail mailbox marketing
  media press pr news newsletter noc noreply orders order operations payments postmaster privacy procurement purchasing
  reception reservations booking bookings root sales salesteam security service services shop store support team tech
  webmaster website general business partners partner
  kontakt anfrage anfragen vertrieb verkauf einkauf buchhaltung bewerbung empfang zentrale rechnung presse personal buero
  contacto ventas comercial administracion compras atencionalcliente facturacion rrhh contato vendas financeiro compras
  commercial accueil ventes achats comptabilite secretariat direction facturation recrutement
  vendite amministrazione segreteria acquisti commerciale informazioni
  biuro sekretariat sprzedaz obchod prodej verkoop inkoop administratie myynti salg forsaljning post
  kefu xiaoshou shangwu hezuo zhaopin caiwu shichang yewu eigyo soumu toiawase
`);

/** Providers that hand out addresses under many country domains: yahoo.co.jp, hotmail.fr. */
export const freeMailFamilies = words('yahoo hotmail outlook live gmx yandex msn ymail');

/** Providers of personal mail, and access providers whose customers write from their domain. */
export const freeMailDomains = words(`
  gmail.com googlemail.com icloud.com me.com mac.com aol.com rocketmail.com mail.com email.com proton.me protonmail.com
  pm.me tutanota.com tuta.io fastmail.com hey.com zoho.com zohomail.com hushmail.com inbox.com usa.net
  qq.com vip.qq.com foxmail.com 163.com vip.163.com 126.com 188.com yeah.net sina.com sina.cn vip.sina.com sohu.com
  139.com 189.cn 21cn.com tom.com aliyun.com wo.cn 263.net hinet.net pchome.com.tw netvigator.com
  naver.com daum.net hanmail.net kakao.com nate.com docomo.ne.jp ezweb.ne.jp softbank.ne.jp i.softbank.jp nifty.com
  biglobe.ne.jp ocn.ne.jp rediffmail.com
  web.de t-online.de freenet.de arcor.de posteo.de mailbox.org bluewin.ch hispeed.ch aon.at chello.at
  orange.fr wanadoo.fr free.fr laposte.net sfr.fr bbox.fr libero.it virgilio.it tiscali.it alice.it tin.it
  mail.ru bk.ru inbox.ru list.ru rambler.ru ya.ru ukr.net i.ua abv.bg seznam.cz centrum.cz email.cz wp.pl o2.pl onet.pl
  onet.eu interia.pl op.pl freemail.hu citromail.hu
  home.nl ziggo.nl planet.nl kpnmail.nl telenet.be skynet.be telia.com online.no
  comcast.net verizon.net att.net sbcglobal.net cox.net charter.net bellsouth.net earthlink.net shaw.ca rogers.com
  sympatico.ca btinternet.com sky.com virginmedia.com talktalk.net ntlworld.com bigpond.com optusnet.com.au xtra.co.nz
  uol.com.br bol.com.br terra.com.br ig.com.br globo.com
`);

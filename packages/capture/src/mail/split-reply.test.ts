import { describe, expect, it } from 'vitest';
import { splitReply } from './split-reply.ts';

const reply = (text: string): string => splitReply(text).reply;

describe('what is new in a mail', () => {
  it('ends where another mail is announced, in whatever language', () => {
    const announcements = [
      'On Mon, Feb 1, 2016 at 6:32 PM, Ann Lee <ann@acme.example>\nwrote:',
      '在 2016年12月12日，下午8:45，李安 <ann@acme.example> 写道：',
      '2016年12月12日(月) 20:45 Ann Lee <ann@acme.example>:\n> 了解です',
      'Am 03.02.2016 3:35 schrieb Ann Lee <ann@acme.example>:',
      'Ann Lee <ann@acme.example> schrieb am Di., 16. Aug. 2016\num 12:52 Uhr:',
      'Le 4 janv. 2016 19:03, "Ann Lee"\n<ann@acme.example>\na écrit :',
      'Il 26 marzo 2016 alle 13.16 Ann Lee <ann@acme.example> ha scritto:',
      'El jueves, 21 de noviembre de 2013, ann escribió:',
      'Den 15. jun. 2016 kl. 20.42 skrev Ann Lee <ann@acme.example>:',
      'Op 2 feb. 2015 om 05:28 heeft Ann <ann@acme.example> het volgende geschreven:',
      'Em 2 de fevereiro de 2015 10:58, Ann <\nann@acme.example> escreveu:',
      'Dnia 14 lip 2015 o godz. 00:25 Ann Lee <ann@acme.example> napisał(a):',
      '20 окт. 2016 г. 19:37 пользователь "Анна" <ann@acme.example> написал:',
    ];
    for (const announcement of announcements)
      expect(reply(`Agreed.\n\n${announcement}\n> Old text`), announcement).toBe('Agreed.');
  });

  it('ends at a block of headers or a line that says so (fault 11)', () => {
    const blocks = [
      '-----Ursprüngliche Nachricht-----\nVon: Ann Lee',
      '----- Original Message -----\nFrom: Ann',
      '-----Mensaje original-----\nDe: "Ann" <ann@acme.example>',
      'Fra: Ann Lee <ann@acme.example>\nSendt: 5. juni 2017 12:22\nTil: mig@mine.example\nEmne: Tilbud',
      '发件人: 李安 <ann@acme.example>\n发送时间: 2017年6月5日 12:22\n收件人: me@mine.example\n主题: 报价',
      '差出人: 李 <ann@acme.example>\n送信日時: 2017年6月5日\n宛先: me@mine.example\n件名: 見積',
      'Da: Ann Lee\nData: giovedì 8 ottobre 2015 15:26\nA: Me\nOggetto: Prova',
      'De : Ann Lee <ann@acme.example>\nEnvoyé : lundi 5 juin 2017\nÀ : moi@mine.example\nObjet : Offre',
    ];
    for (const block of blocks) expect(reply(`Agreed.\n\n${block}\n\nOld text\nof another`), block).toBe('Agreed.');
  });

  it('goes on below a quote that is answered line by line', () => {
    expect(reply('On 8 May 2017, Ann wrote:\n> When?\n\nOn Friday.\n\n> Where?\n\nHere.')).toBe(
      'On Friday.\n\n> Where?\n\nHere.',
    );
    expect(reply('> This is a quote.\n\nAnd this is some text.')).toBe('> This is a quote.\n\nAnd this is some text.');
  });

  it('is without the signature behind a delimiter, which `own` keeps', () => {
    const { reply: text, own } = splitReply('Hello\n\n--\nAnn Lee\nTel 030 901820');
    expect(text).toBe('Hello');
    expect(own).toBe('Hello\n\n--\nAnn Lee\nTel 030 901820');
  });

  it('is not what a device adds, and not a word of prose that reads alike', () => {
    expect(reply('Yes.\n\nSent from my iPhone\nVon meinem Mobilgerät gesendet\n從我的 iPhone 傳送')).toBe('Yes.');
    expect(reply('On this day\n\nI wrote something\n\nwhich was interesting.')).toBe(
      'On this day\n\nI wrote something\n\nwhich was interesting.',
    );
  });

  it('keeps what belongs to code', () => {
    expect(reply('See:\n```\n####\n# no heading\n```\nEnd.')).toBe('See:\n```\n####\n# no heading\n```\nEnd.');
  });

  it('of a mail that only passes another on is nothing, and names its sender', () => {
    const forward = splitReply(
      'FYI\n\n---------- Forwarded message ---------\nFrom: Ann Lee <ann@acme.example>\nDate: Tue, Jan 01, 2019\nSubject: Offer\nTo: <me@mine.example>\n\nText',
    );
    expect(forward).toMatchObject({ reply: 'FYI', isForward: true, sender: 'Ann Lee <ann@acme.example>' });
  });
});

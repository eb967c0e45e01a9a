import { describe, expect, it } from 'vitest';
import { fieldOfWholeLabel, type LabelField } from './contact-labels.ts';

/** One row a language: telephone, fax, e-mail, address, contact person, position. `-` where the row shows another word. */
const LANGUAGES: Record<string, [LabelField, string][]> = {
  English: [
    ['phone', 'Phone:'],
    ['fax', 'Fax No.'],
    ['email', 'E-mail'],
    ['address', 'Address'],
    ['name', 'Contact person'],
    ['title', 'Job title'],
  ],
  German: [
    ['phone', 'Tel.:'],
    ['fax', 'Telefax'],
    ['email', 'E-Mail-Adresse'],
    ['address', 'Anschrift'],
    ['name', 'Ansprechpartner'],
    ['company', 'Firma'],
  ],
  French: [
    ['phone', 'Tél. :'],
    ['fax', 'Télécopie'],
    ['email', 'Courriel'],
    ['address', 'Siège social'],
    ['mobile', 'Portable'],
    ['title', 'Fonction'],
  ],
  Spanish: [
    ['phone', 'Teléfono'],
    ['mobile', 'Móvil'],
    ['email', 'Correo electrónico'],
    ['address', 'Dirección'],
    ['title', 'Cargo'],
  ],
  Italian: [
    ['phone', 'Telefono'],
    ['mobile', 'Cellulare'],
    ['address', 'Indirizzo'],
    ['name', 'Referente'],
  ],
  Portuguese: [
    ['phone', 'Telefone'],
    ['mobile', 'Telemóvel'],
    ['address', 'Endereço'],
    ['company', 'Razão social'],
  ],
  Dutch: [
    ['phone', 'Telefoon'],
    ['mobile', 'Mobiel'],
    ['address', 'Bezoekadres'],
    ['name', 'Contactpersoon'],
  ],
  Danish: [
    ['phone', 'Tlf.'],
    ['address', 'Adresse'],
    ['name', 'Kontaktperson'],
  ],
  Swedish: [
    ['phone', 'Telefonnummer'],
    ['email', 'E-post'],
    ['address', 'Besöksadress'],
  ],
  Norwegian: [
    ['phone', 'Sentralbord'],
    ['email', 'E-postadresse'],
    ['title', 'Stilling'],
  ],
  Finnish: [
    ['phone', 'Puhelin'],
    ['email', 'Sähköposti'],
    ['address', 'Käyntiosoite'],
  ],
  Polish: [
    ['mobile', 'Komórka'],
    ['fax', 'Faks'],
    ['address', 'Siedziba'],
    ['title', 'Stanowisko'],
  ],
  Czech: [
    ['mobile', 'Mobilní telefon'],
    ['address', 'Sídlo'],
    ['title', 'Funkce'],
  ],
  Hungarian: [
    ['phone', 'Telefonszám'],
    ['address', 'Székhely'],
    ['company', 'Cégnév'],
  ],
  Romanian: [
    ['phone', 'Telefon fix'],
    ['address', 'Sediul'],
    ['name', 'Persoană de contact'],
  ],
  Russian: [
    ['phone', 'Телефон:'],
    ['fax', 'Факс'],
    ['email', 'Электронная почта'],
    ['address', 'Адрес'],
    ['title', 'Должность'],
  ],
  Ukrainian: [
    ['phone', 'Номер телефону'],
    ['address', 'Адреса'],
    ['title', 'Посада'],
  ],
  Bulgarian: [
    ['mobile', 'Мобилен'],
    ['email', 'Имейл'],
    ['title', 'Длъжност'],
  ],
  Greek: [
    ['phone', 'ΤΗΛ:'],
    ['address', 'Διεύθυνση'],
    ['fax', 'Φαξ'],
  ],
  Turkish: [
    ['mobile', 'Cep Tel'],
    ['email', 'E-posta'],
    ['title', 'Unvan'],
  ],
  Arabic: [
    ['phone', 'هاتف'],
    ['fax', 'فاكس'],
    ['address', 'العنوان'],
  ],
  Hebrew: [
    ['phone', 'טלפון'],
    ['mobile', 'נייד'],
    ['address', 'כתובת'],
  ],
  Japanese: [
    ['phone', 'お電話番号'],
    ['fax', 'ファックス'],
    ['email', 'メールアドレス'],
    ['address', '所在地'],
    ['name', '代表取締役'],
    ['title', '役職'],
  ],
  Korean: [
    ['phone', '대표전화'],
    ['fax', '팩스'],
    ['email', '이메일'],
    ['address', '주소'],
    ['name', '담당자'],
  ],
  Chinese: [
    ['phone', '电话'],
    ['mobile', '手机'],
    ['fax', '传真'],
    ['email', '邮箱'],
    ['wechat', '微信'],
    ['qq', 'QQ'],
    ['address', '地址'],
    ['name', '联系人'],
    ['company', '公司'],
    ['title', '职位'],
    ['website', '网址'],
    ['postcode', '邮编'],
  ],
  'Traditional Chinese': [
    ['phone', '聯絡電話'],
    ['fax', '傳真'],
    ['address', '公司地址'],
    ['name', '聯絡人'],
    ['title', '職稱'],
  ],
  Vietnamese: [
    ['phone', 'Điện thoại'],
    ['address', 'Địa chỉ'],
    ['company', 'Công ty'],
  ],
  Thai: [
    ['phone', 'โทรศัพท์'],
    ['fax', 'โทรสาร'],
    ['address', 'ที่อยู่'],
  ],
  Indonesian: [
    ['phone', 'Telp.'],
    ['address', 'Alamat'],
    ['title', 'Jabatan'],
  ],
};

describe('labels of contact data', () => {
  for (const [language, labels] of Object.entries(LANGUAGES)) {
    it(`are understood in ${language}`, () => {
      for (const [field, label] of labels) expect(fieldOfWholeLabel(label), label).toBe(field);
    });
  }

  it('are the same with blanks between their characters and a full-width colon', () => {
    expect(fieldOfWholeLabel('联 系 人：')).toBe('name');
    expect(fieldOfWholeLabel('電　話：')).toBe('phone');
    expect(fieldOfWholeLabel('ＴＥＬ：')).toBe('phone');
  });

  it('tell the numbers of tax, register and bank from telephones', () => {
    for (const label of [
      'USt-IdNr.',
      'SIRET',
      'HRB',
      'IBAN',
      'BSN',
      'P.IVA',
      '统一社会信用代码',
      '身份证号',
      'ИНН',
      'KvK',
    ]) {
      expect(fieldOfWholeLabel(label), label).toBe('identifier');
    }
  });

  it('are no label when more is said', () => {
    expect(fieldOfWholeLabel('The phone rang twice')).toBeUndefined();
  });
});

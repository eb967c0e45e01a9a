/**
 * The words that pages of many languages put before a contact value. One row a field; words of all languages stand together,
 * folded as `foldLabel` folds them (lower case, no accents, no full stops, one blank between words, none between ideographs).
 */

/** What a label says of the value behind it. */
export type LabelField =
  | 'phone'
  | 'mobile'
  | 'fax'
  | 'pager'
  | 'home'
  | 'whatsapp'
  | 'email'
  | 'address'
  | 'postcode'
  | 'name'
  | 'title'
  | 'company'
  | 'website'
  | 'wechat'
  | 'qq'
  | 'skype'
  | 'hours'
  | 'identifier';

const WORDS: Record<LabelField, string> = {
  // en · de · fr · es pt it · nl · da sv no · fi · pl cs sk · hu ro · hr sl sr · bg ru uk · el · tr · ar he fa · hi · ja · ko · zh · vi th id
  phone: `
    tel|tels|telephone|telephones|telephone number|phone|phones|phone number|phone numbers|phone no|phone #|tel no|tel #|ph|t|p|call|call us|calls|
    call toll free|toll free|tollfree|toll-free|toll free number|toll-free number|hotline|helpline|switchboard|direct|direct line|direct dial|
    office|office phone|main|main number|main phone|business phone|work|work phone|local|local phone|landline|voice|contact number|contact no|
    reservations|customer service|information|enquiries|inquiries|support|sales|for reservations|number|
    telefon|telefonnummer|tel nr|telnr|rufnummer|durchwahl|zentrale|festnetz|fon|fernruf|ruf|
    telephone fixe|standard|appel|appelez|numero de telephone|ligne directe|n° de telephone|n° tel|
    telefono|telefonos|tfno|tlf|tfn|tlfno|telf|linea directa|centralita|conmutador|llame|numero de telefono|
    telefone|telefones|fone|fones|linha direta|central|ligue|tele|
    recapito telefonico|centralino|numero di telefono|numero verde|recapiti|
    telefoonnummer|telefoon|bel|bel ons|doorkiesnummer|vast|
    tlf nr|telefonnr|ring|telefonnummer|vaxel|direkt|sentralbord|
    puhelin|puh|p|puhelinnumero|vaihde|
    tel kom|infolinia|numer telefonu|telefon kontaktowy|telefonni cislo|pevna linka|telefonne cislo|
    telefonszam|vezetekes|telefon fix|numar de telefon|
    broj telefona|telefonska stevilka|
    телефон|телефони|телефоны|тел|номер телефону|номер телефона|тел/факс|горячая линия|многоканальный|
    τηλεφωνο|τηλ|τηλεφωνα|
    telefon numarasi|tlf no|santral|cagri merkezi|
    هاتف|الهاتف|تلفون|تليفون|טלפון|טל|תלפון|تلفن|
    फोन|दूरभाष|
    電話|電話番号|お電話|代表電話|直通|フリーダイヤル|お電話番号|電話でのお問い合わせ|代表|
    전화|전화번호|대표전화|연락처|고객센터|
    电话|固话|座机|联系电话|电话号码|办公电话|热线|服务热线|客服热线|客服电话|咨询热线|咨询电话|咨询|总机|直线|全国热线|销售热线|招商热线|
    公司电话|固定电话|订购热线|免费热线|服务电话|投诉电话|報名電話|聯絡電話|聯繫電話|服務電話|服務專線|客服專線|電話號碼|專線|總機|免付費電話|
    dien thoai|đien thoai|so dien thoai|so đien thoai|sđt|sdt|đt|hotline|โทร|โทรศัพท์|เบอร์โทร|telepon|telp|tlp|no telp|no telepon|talian`,
  mobile: `
    mobile|mobile phone|mobile number|mob|cell|cell phone|cellphone|cellular|cel|m|c|mobil|mobile no|cell no|text|sms|
    handy|mobiltelefon|mobilfunk|mobilnummer|handynummer|natel|
    portable|gsm|tel portable|telephone portable|port|
    movil|telefono movil|celular|tel movil|telemovel|tlm|telm|cellulare|cell|tel cell|
    mobiel|06|mobiltlf|mobilnr|matkapuhelin|kannykka|gsm puh|
    komorka|tel komorkowy|kom|mobilni telefon|mobilny telefon|mobil tel|mobilszam|telefon mobil|mobitel|
    мобильный|моб|мобильный телефон|мобилен|мобільний|сотовый|gsm тел|κινητο|κιν|
    cep|cep tel|cep telefonu|gsm|جوال|موبايل|المحمول|נייד|موبایل|همراه|मोबाइल|
    携帯|携帯電話|ケータイ|휴대폰|휴대전화|핸드폰|手机|手机号|手机号码|移动电话|联系手机|行動電話|手機|手機號碼|行動|手提|
    di dong|di đong|มือถือ|hp|ponsel|no hp|hp no|handphone`,
  fax: `
    fax|faxes|fax no|fax number|fax #|fax line|f|facsimile|fx|telefax|telefaks|fax nr|faxnummer|faxnr|telecopie|telecopieur|fax n°|faks|
    numero de fax|faksi|факс|φαξ|فاكس|פקס|فکس|फैक्स|ファックス|ファクス|ファクシミリ|fax番号|팩스|传真|传真号|传真号码|傳真|傳真號碼|โทรสาร|แฟกซ์|so fax|faksimili|dikt fax|
    local fax|toll free fax|toll-free fax|office fax|main fax|fax us|fax to|via fax|by fax|belgegecer|belgec`,
  pager: 'pager|beeper|bipper|寻呼|ポケベル',
  home: 'home|home phone|privat|prive|domicile|casa|自宅|住宅电话|宅电',
  whatsapp: 'whatsapp|whats app|wa|wapp|zap',
  email: `
    email|e-mail|e mail|mail|email address|e-mail address|emails|e-mails|email us|e-mail us|email me|electronic mail|e|
    mailadresse|e-mail-adresse|emailadresse|mail adresse|courriel|adresse email|adresse mail|adresse e-mail|mel|adresse electronique|
    correo|correo electronico|correo-e|c electronico|correo e|email de contacto|correio eletronico|correio electronico|posta elettronica|posta|indirizzo email|
    e-mailadres|mailadres|e-post|epost|e-postadresse|epostadresse|e-postadress|epostadresse|sahkoposti|s-posti|
    adres e-mail|adres email|poczta|elektronicka posta|e-mailova adresa|e-mail cim|e-posta|eposta|e-posta adresi|elektronska posta|
    почта|эл почта|электронная почта|е-мейл|имейл|емейл|ел поща|електронна поща|електронна пошта|ел пошта|эл адрес|
    ηλεκτρονικο ταχυδρομειο|ηλ ταχυδρομειο|بريد|البريد الإلكتروني|البريد الالكتروني|بريد إلكتروني|دואל|דואל|אימייל|דוא"ל|ایمیل|ईमेल|
    メール|メールアドレス|eメール|電子メール|이메일|전자우편|메일|邮箱|电子邮箱|电子邮件|邮件|邮箱地址|联系邮箱|企业邮箱|公司邮箱|电邮|信箱|電子郵件|電子信箱|電郵|郵箱|電子郵箱|郵件|
    thu dien tu|อีเมล|อีเมล์|surel|alamat email`,
  address: `
    address|addresses|addr|street address|mailing address|postal address|office address|our address|business address|visit us|location|head office|headquarters|
    registered office|registered address|visiting address|physical address|add|hq|our location|find us|company address|
    adresse|anschrift|postanschrift|hausanschrift|besucheradresse|firmensitz|standort|sitz|lieferadresse|
    adresse postale|siege social|siege|nos bureaux|direccion|domicilio|domicilio social|direccion postal|ubicacion|sede|
    endereco|morada|indirizzo|sede legale|sede operativa|adres|bezoekadres|postadres|vestigingsadres|
    besoksadress|adress|postadress|besoksadresse|postadresse|osoite|kayntiosoite|postiosoite|
    adres pocztowy|siedziba|adresa|sidlo|cim|szekhely|sediu|sediul|naslov|adresa sediului|
    адрес|адреса|юридический адрес|почтовый адрес|фактический адрес|διευθυνση|عنوان|العنوان|כתובת|آدرس|نشانی|पता|
    住所|所在地|本社|本店|本社所在地|主소|주소|소재지|本社住所|地址|公司地址|联系地址|通讯地址|办公地址|总部地址|厂址|单位地址|详细地址|注册地址|公司地點|聯絡地址|公司地址|總公司|門市地址|
    dia chi|đia chi|tru so|ที่อยู่|alamat|alamat kantor`,
  postcode: `
    zip|zip code|zipcode|postcode|post code|postal code|plz|postleitzahl|code postal|cp|codigo postal|c p|cep|cap|postnummer|postinumero|kod pocztowy|psc|iranyitoszam|cod postal|
    почтовый индекс|индекс|posta kodu|郵便番号|〒|우편번호|邮编|邮政编码|郵遞區號|郵編`,
  name: `
    name|contact|contact person|contact name|full name|attn|attention|contact persons|your contact|representative|manager in charge|
    ansprechpartner|ansprechpartnerin|kontakt|kontaktperson|ihr ansprechpartner|inhaber|inhaberin|vertreten durch|geschaftsfuhrer|geschaftsfuhrerin|geschaftsfuhrung|
    personne a contacter|interlocuteur|nom|contact commercial|gerant|responsable de la publication|directeur de la publication|
    persona de contacto|nombre|contacto|responsable|nome|pessoa de contato|contato|referente|contatto|titolare|
    contactpersoon|naam|kontaktperson|namn|navn|nimi|yhteyshenkilo|osoba kontaktowa|imie i nazwisko|kontaktni osoba|jmeno|kapcsolattarto|nev|persoana de contact|nume|
    контактное лицо|контакт|имя|фио|контактна особа|руководитель|директор|генеральный директор|υπευθυνος|ονομα|yetkili|ad soyad|ilgili kisi|الاسم|جهة الاتصال|שם|איש קשר|
    氏名|名前|お名前|担当|担当者|代表者|代表取締役|代表取締役社長|ご担当者|責任者|担当者名|代表者名|담당자|대표|대표자|대표이사|성명|이름|
    联系人|姓名|联络人|负责人|法人|法人代表|法定代表人|业务联系人|聯絡人|聯繫人|負責人|業務聯絡人|nguoi lien he|ผู้ติดต่อ|nama|kontak`,
  title: `
    title|job title|position|role|function|occupation|designation|funktion|berufsbezeichnung|stellung|fonction|poste|cargo|puesto|funcao|ruolo|qualifica|posizione|functie|
    befattning|stilling|tehtava|titteli|stanowisko|funkce|pozice|beosztas|functie|функция|должность|посада|длъжност|θεση|unvan|gorev|المسمى الوظيفي|תפקיד|
    職位|役職|肩書|職務|役職名|직위|직책|职位|职务|职称|岗位|職稱|chuc vu|ตำแหน่ง|jabatan`,
  company: `
    company|company name|organisation|organization|firm|business name|business|employer|legal name|firma|firmenname|unternehmen|gesellschaft|
    societe|entreprise|raison sociale|nom de la societe|denomination|empresa|razon social|compania|nombre de la empresa|razao social|azienda|societa|ragione sociale|ditta|denominazione|
    bedrijf|bedrijfsnaam|virksomhed|foretag|foretagsnamn|firmanavn|bedrift|yritys|yrityksen nimi|nazwa firmy|spolecnost|obchodni firma|nazev firmy|ceg|cegnev|companie|tvrtka|podjetje|
    компания|фирма|организация|название компании|наименование|компанія|εταιρεια|επωνυμια|sirket|firma adi|unvani|شركة|الشركة|חברה|شرکت|
    会社|会社名|社名|商号|法人名|屋号|회사|회사명|상호|법인명|公司|公司名称|单位|企业名称|单位名称|公司名|企业|商户名称|公司名稱|單位名稱|cong ty|ten cong ty|บริษัท|perusahaan|nama perusahaan`,
  website: `
    web|website|web site|www|url|homepage|home page|site|internet|web address|online|webseite|internetseite|site web|site internet|sitio web|pagina web|sito|sito web|sito internet|
    webside|hjemmeside|webbplats|hemsida|nettside|verkkosivu|kotisivut|kotisivu|strona www|strona internetowa|www stranky|honlap|weboldal|site-ul|web stranica|spletna stran|
    сайт|веб-сайт|адрес сайта|уебсайт|ιστοσελιδα|web sitesi|internet sitesi|الموقع|الموقع الإلكتروني|אתר|وب سایت|
    ホームページ|ウェブサイト|サイト|홈페이지|웹사이트|网址|网站|官网|公司网站|公司网址|网页|主页|網址|網站|官方網站|เว็บไซต์|trang web|situs|situs web`,
  wechat: 'wechat|weixin|微信|微信号|微信公众号|公众号|微信號|wechat id|微信/手机|微信同号|we chat',
  qq: 'qq|qq号|qq号码|qq群|企业qq|客服qq|在线qq|qq號|联系qq',
  skype: 'skype|skype id|skype name',
  hours: `
    hours|opening hours|office hours|business hours|open|opening times|hours of operation|store hours|offnungszeiten|geschaftszeiten|sprechzeiten|horaires|heures d'ouverture|
    horario|horarios|orario|orari|openingstijden|abningstider|oppettider|apningstider|aukioloajat|godziny otwarcia|oteviraci doba|nyitvatartas|program|
    часы работы|график работы|режим работы|ωραριο|calisma saatleri|営業時間|受付時間|영업시간|营业时间|工作时间|上班时间|營業時間|服務時間`,
  identifier: `
    vat|vat no|vat number|vat id|vat reg|vat reg no|vat registration|vat registration number|tax id|tax no|tax number|ein|fein|tin|duns|d-u-n-s|duns number|cage|cage code|
    registration|registration no|registration number|reg no|registered number|registered no|company no|company number|company reg no|company registration|company registration number|registered in england|registered charity|charity no|charity number|
    licence|license|licence no|license no|license number|licence number|lic|lic no|license #|lic #|ccb|ccb #|roc|permit|permit no|nmls|nmls id|nmls #|dre|dre #|bre|bre #|dre license|npi|
    iban|bic|swift|account|account no|account number|acct|sort code|routing number|aba|invoice|invoice no|order|order no|item|item no|item number|item #|part number|part no|sku|model|model no|ref|reference|ref no|case number|ticket|id|
    id number|id no|isbn|issn|doi|abn|acn|afsl|acl|fca|frn|message-id|message id|policy|patent|patent no|serial|serial number|
    ust-id|ust-idnr|ust id|ustid|ust-id-nr|umsatzsteuer-id|umsatzsteuer-identifikationsnummer|steuernummer|steuer-nr|st-nr|stnr|hrb|hra|handelsregister|handelsregisternummer|registernummer|amtsgericht|registergericht|firmenbuchnummer|fn|uid|konto|kontonr|kontonummer|blz|bankleitzahl|gln|
    siret|siren|n° siret|n° siren|rcs|tva|n° tva|tva intracommunautaire|n° tva intracommunautaire|ape|naf|code ape|code naf|agrement|capital|capital social|
    nif|cif|n i f|c i f|dni|cuit|rfc|rut|ruc|registro mercantil|cnpj|cpf|inscricao estadual|ie|nipc|contribuinte|p iva|partita iva|p i|piva|c f|cod fisc|codice fiscale|rea|cf|reg imp|registro imprese|capitale sociale|sdi|cod univoco|
    kvk|kvk nr|kvk-nr|kvk nummer|btw|btw nr|btw-nr|btw nummer|bsn|rsin|bank|cvr|cvr nr|cvr-nr|se nr|org nr|orgnr|org-nr|organisationsnummer|organisasjonsnummer|bankgiro|plusgiro|y-tunnus|ytunnus|alv|
    nip|regon|krs|pesel|nr konta|ico|ic|dic|cislo uctu|adoszam|cegjegyzekszam|bankszamlaszam|cui|cod fiscal|nr reg com|oib|mb|pib|maticna stevilka|davcna stevilka|
    инн|кпп|огрн|огрнип|окпо|р/с|к/с|бик|еик|булстат|єдрпоу|єдрпоу|мфо|лицензия|αφμ|γεμη|vergi no|vergi numarasi|mersis|mersis no|ticaret sicil no|السجل التجاري|ח.פ|ע.מ|
    登録番号|法人番号|許可番号|免許番号|口座番号|登録番號|사업자등록번호|사업자번호|통신판매업신고|통신판매업신고번호|계좌번호|
    统一社会信用代码|社会信用代码|身份证|身份证号|身份证号码|税号|纳税人识别号|注册号|营业执照|营业执照号|营业执照注册号|许可证|许可证号|经营许可证|备案号|icp备|icp证|公网安备|账号|帐号|银行账号|开户行|开户银行|银行卡号|卡号|订单号|编号|工号|型号|货号|統一編號|統編|帳號|稅號|組織機構代碼|组织机构代码|
    ma so thue|mst|npwp|เลขทะเบียน|เลขประจำตัวผู้เสียภาษี`,
};

/** Ideographs, kana and hangul: between them a blank inside a label means nothing ("联 系 人"). */
const CJK = '\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7af\\uff00-\\uffef';
const BLANK_BETWEEN_CJK = new RegExp(`(?<=[${CJK}])\\s+(?=[${CJK}])`, 'gu');

/** Folds a label for comparison: width, case, accents, punctuation at the ends, full stops, blanks inside CJK words. */
export function foldLabel(text: string): string {
  return trimLabel(ASCII.test(text) ? text.toLowerCase() : foldForeign(text));
}

const ASCII = /^[ -~]*$/;

function foldForeign(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<=[a-zα-ω])\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(BLANK_BETWEEN_CJK, '');
}

function trimLabel(text: string): string {
  return text
    .replace(/[.．。·•*]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}〒]+|[^\p{L}\p{N}#°〒]+$/gu, '');
}

/** Every label word in one map, built on first use. */
let fieldOfLabel: Map<string, LabelField> | undefined;

function labels(): Map<string, LabelField> {
  if (fieldOfLabel !== undefined) return fieldOfLabel;
  fieldOfLabel = new Map();
  for (const [field, words] of Object.entries(WORDS) as [LabelField, string][]) {
    for (const word of words.split('|')) {
      const folded = foldLabel(word.trim());
      if (folded !== '' && !fieldOfLabel.has(folded)) fieldOfLabel.set(folded, field);
    }
  }
  return fieldOfLabel;
}

/** The field a whole text names as a label ("Tél. :" → phone, "联 系 人：" → name), or `undefined`. */
export function fieldOfWholeLabel(text: string): LabelField | undefined {
  if (text.length > LONGEST_LABEL) return undefined;
  if (remembered.has(text)) return remembered.get(text);
  if (remembered.size > MOST_REMEMBERED) remembered.clear();
  const field = labels().get(foldLabel(text));
  remembered.set(text, field);
  return field;
}

const LONGEST_LABEL = 60;
/** Pages repeat their words, and folding one is dearer than looking it up. */
const MOST_REMEMBERED = 5000;
const remembered = new Map<string, LabelField | undefined>();

/**
 * Headers that mean the same in several kinds, separated by `|`, best first: in English, German, French, Spanish, simplified
 * and traditional Chinese, and as the exports of known systems name them.
 */
export const words = {
  id: 'id | record id | external id | external id__c | number | no. | code | key | 编号 | 編號 | 编码 | 代码 | Nummer | ID-Nr. | numéro | identifiant | número | código',
  email:
    'email | e-mail | email address | e-mail address | mail | UPN | work email | email work | email home | 邮箱 | 电子邮箱 | 电子邮件 | 邮件 | 郵箱 | 電子郵件 | 信箱 | E-Mail-Adresse | adresse e-mail | courriel | correo | correo electrónico',
  phone:
    'phone | phone number | telephone | tel | tel. | mobile | mobile phone | mobile phone number | mobile number | cell | cell phone | work phone | 电话 | 联系电话 | 电话号码 | 手机 | 手机号 | 手机号码 | 座机 | 電話 | 聯絡電話 | 手機 | 手機號碼 | Telefon | Telefonnummer | Handy | Mobil | Rufnummer | téléphone | portable | numéro de téléphone | teléfono | móvil | celular',
  owner:
    'owner | sales agent | salesperson | sales rep | sales representative | rep | employee key | employee id | employee | account owner | account manager | assigned to | record owner | seller | 负责人 | 所有者 | 销售人员 | 销售员 | 销售代表 | 业务员 | 销售 | 跟进人 | 客户经理 | 員工編號 | 員工 | 負責人 | 銷售人員 | 業務員 | 業務 | 员工编号 | 工号 | 员工 | Verantwortlicher | Besitzer | Inhaber | Betreuer | Vertriebsmitarbeiter | Mitarbeiter | Mitarbeiternummer | propriétaire | responsable | commercial | vendeur | propietario | vendedor | comercial',
  account:
    'account | account name | customer | customer name | company | company name | client | client name | reseller | organization | organization name | organisation | organisation name | associated company | associated company domain | account domain | 客户 | 客户名称 | 公司 | 公司名称 | 单位 | 单位名称 | 企业名称 | 客戶 | 客戶名稱 | 公司名稱 | 單位 | Kunde | Kundenname | Firma | Unternehmen | Firmenname | client | nom du client | société | entreprise | cliente | nombre del cliente | empresa',
  accountId:
    'account id | customer id | client id | company id | customer number | customer key | reseller key | account external id | account external id__c | 客户 ID | 客户编号 | 客户编码 | 客户代码 | 客戶編號 | 客戶 ID | Kundennummer | Kunden-ID | Kunden-Nr. | numéro client | id client | código de cliente | id cliente',
  product:
    'product | product name | item | item name | article | 产品 | 产品名称 | 商品 | 商品名称 | 品名 | 產品 | 產品名稱 | Produkt | Produktname | Artikel | produit | nom du produit | producto | nombre del producto | artículo',
  productId:
    'product id | product key | sku | product code | item number | 产品 ID | 产品编号 | 商品编号 | 产品编码 | 產品 ID | 產品編號 | Artikelnummer | Produkt-ID | Produktnummer | référence | código de producto',
  line: 'product line | line | category | product category | series | product family | family | 产品线 | 类别 | 产品类别 | 品类 | 系列 | 產品線 | 類別 | 品類 | Produktlinie | Kategorie | Warengruppe | Serie | ligne de produits | catégorie | gamme | línea | línea de producto | categoría',
  segment:
    'segment | customer segment | sector | industry | market segment | business type | 细分 | 客户细分 | 行业 | 所属行业 | 客户类型 | 类型 | 細分 | 行業 | 產業 | 客戶類型 | Branche | Sektor | Kundensegment | secteur | secteur d’activité | sector | industria',
  region:
    'region | sales region | territory | sales territory | sales territory key | area | office location | 地区 | 区域 | 大区 | 地區 | 區域 | Gebiet | Vertriebsgebiet | région | territoire | secteur géographique | región | territorio | zona | country | country-region | billing country | mailing country | 国家 | 國家 | Land | pays | país',
  title:
    'job title | title | position | job | role title | 职位 | 职务 | 岗位 | 職位 | 職稱 | 職務 | Position | Funktion | Stelle | poste | fonction | cargo | puesto',
  tags: 'tags | tag | labels | label | keywords | categories | 标签 | 標籤 | Schlagwörter | Tags | étiquettes | etiquetas',
  notes:
    'notes | note | comment | comments | remark | remarks | description | note content | 备注 | 说明 | 描述 | 需求 | 備註 | 說明 | 備考 | Notiz | Notizen | Bemerkung | Bemerkungen | Kommentar | Beschreibung | remarque | remarques | commentaire | notas | observaciones | comentarios | descripción',
  address:
    'address | street address | street | billing street | billing address | mailing street | address line 1 | address line 2 | city | town | billing city | mailing city | state | province | state/region | state-province | billing state | mailing state | postal code | zip | zip code | postcode | billing postal code | 地址 | 详细地址 | 联系地址 | 省份 | 省 | 省/自治区 | 城市 | 市 | 邮编 | 地址全稱 | 縣市 | 郵遞區號 | Adresse | Anschrift | Straße | Ort | Stadt | PLZ | Bundesland | adresse | rue | ville | code postal | dirección | calle | ciudad | código postal | provincia',
  website:
    'website | website url | web site | url | web | homepage | company domain name | domain | 网站 | 网址 | 官网 | 網站 | 網址 | Webseite | Internet | site web | site internet | sitio web | página web',
  event:
    'event | event name | exhibition | trade show | trade fair | live stream | 活动 | 活动名称 | 展会 | 直播 | 活動 | 活動名稱 | 展覽 | 直播場次 | Messe | Veranstaltung | salon professionnel | événement | feria | evento',
  firstName: 'first name | given name | forename | 名 | 名字 | Vorname | prénom | nombre de pila',
  lastName:
    'last name | surname | family name | 姓 | 姓氏 | Nachname | Familienname | nom de famille | apellido | apellidos',
  amount:
    'amount | close value | value | deal value | amount in company currency | deal amount | opportunity amount | total amount | 金额 | 成交金额 | 合同金额 | 商机金额 | 预计金额 | 金額 | 成交金額 | 合約金額 | Betrag | Auftragswert | Wert | Volumen | montant | valeur | importe | monto | valor',
} as const;

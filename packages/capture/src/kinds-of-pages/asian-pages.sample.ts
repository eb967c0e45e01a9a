import type { SamplePage } from './sample-page.ts';

/** Pages as firms of Asia have them: tables of the firm, hotlines, messengers. */
export const asianPages: SamplePage[] = [
  {
    about: 'a Chinese firm with a contact, messengers and licences',
    url: 'http://www.lanhai-yibiao.example/contact.html',
    title: '联系我们-天津蓝海仪表有限公司',
    lang: 'zh-CN',
    body: `<div class="nav"><a href="/">首页</a><a href="/about">关于我们</a></div><div class="contact"><h2>天津蓝海仪表有限公司</h2>
<p>地　址：天津市南开区科研西路8号</p><p>邮　编：300192</p><p>联 系 人：陈建国 先生</p><p>职　位：销售经理</p><p>电　话：022-87890001、87890002</p><p>传　真：022-87890009</p>
<p>手　机：13920001234（微信同号）</p><p>Q Q：<a href="tencent://message/?uin=281234567&amp;Site=qq">281234567</a></p><p>邮　箱：sales@lanhai-yibiao.example</p></div>
<div class="footer">版权所有 © 2026 天津蓝海仪表有限公司 津ICP备12001234号-1 技术支持：滨海网络 022-66668888</div>`,
    leads: [
      {
        kind: 'person',
        name: '陈建国',
        title: '销售经理',
        company: '天津蓝海仪表有限公司',
      },
      {
        kind: 'company',
        name: '天津蓝海仪表有限公司',
        address: ['南开区科研西路8号', null, '天津市'],
      },
    ],
  },
  {
    about: 'a page of Taiwan with a unified number and LINE',
    url: 'https://www.hongsheng.example.tw/contact',
    title: '聯絡我們 | 宏昇精密股份有限公司',
    lang: 'zh-TW',
    body: `<h1>聯絡我們</h1><table><tr><td>公司名稱</td><td>宏昇精密股份有限公司</td></tr><tr><td>統一編號</td><td>12345678</td></tr><tr><td>電話</td><td>(04) 2359-1234 分機 12</td></tr><tr><td>傳真</td><td>(04) 2359-1235</td></tr>
<tr><td>手機</td><td>0912-345-678</td></tr><tr><td>電子信箱</td><td>service@hongsheng.example.tw</td></tr><tr><td>LINE</td><td><a href="https://line.me/ti/p/~hongsheng">加入好友</a></td></tr></table>`,
    leads: [
      {
        kind: 'company',
        name: '宏昇精密股份有限公司',
        emails: ['service@hongsheng.example.tw'],
        phones: ['+886423591234 ext 12', '+886423591235 fax', '+886912345678 mobile'],
        profiles: ['https://line.me/ti/p/~hongsheng'],
      },
    ],
  },
  {
    about: 'an outline of a firm in Japanese',
    url: 'https://www.yamato-keiki.example.jp/company/',
    title: '会社概要｜大和計器株式会社',
    lang: 'ja',
    body: `<h1>会社概要</h1><table><tr><th>会社名</th><td>大和計器株式会社</td></tr><tr><th>代表者</th><td>代表取締役社長　山田 太郎</td></tr><tr><th>所在地</th><td>〒101-0052 東京都千代田区神田小川町3-1-1</td></tr>
<tr><th>電話番号</th><td>03-3291-1234</td></tr><tr><th>FAX</th><td>03-3291-1235</td></tr><tr><th>設立</th><td>1985年4月1日</td></tr><tr><th>資本金</th><td>3,000万円</td></tr></table>`,
    leads: [
      { kind: 'person', name: '山田 太郎', title: '代表取締役社長' },
      { kind: 'company', name: '大和計器株式会社', phones: ['+81332911234', '+81332911235 fax'] },
    ],
  },
  {
    about: 'a footer in Korean with the registration number',
    url: 'https://www.hanbit-sensor.example/',
    title: '한빛센서 주식회사',
    lang: 'ko',
    body: `<main><h1>산업용 센서</h1></main><footer><p>한빛센서 주식회사 | 대표이사: 김민수 | 사업자등록번호: 123-45-67890</p><p>주소: 서울특별시 강남구 테헤란로 152 (우) 06236</p><p>대표전화: 02-555-1234 | 팩스: 02-555-1235 | 이메일: info@hanbit-sensor.example</p></footer>`,
    leads: [
      { kind: 'person', name: '김민수', title: '대표이사' },
      {
        kind: 'company',
        name: '한빛센서 주식회사',
        emails: ['info@hanbit-sensor.example'],
        phones: ['+8225551234', '+8225551235 fax'],
      },
    ],
  },
  {
    about: 'an Indian firm with GSTIN and two mobiles',
    url: 'https://www.shreeganesh-castings.example/contact-us',
    title: 'Contact Us - Shree Ganesh Castings Pvt. Ltd.',
    lang: 'en-IN',
    body: `<h2>Shree Ganesh Castings Pvt. Ltd.</h2><p>Plot No. 24, MIDC Industrial Area, Phase II<br>Pune - 411026, Maharashtra, India</p><p>GSTIN: 27AAACS1234F1Z5</p>
<p>Contact Person: Mr. Anil Deshmukh (Director)</p><p>Mobile: +91 98220 12345 / +91 98220 54321</p><p>Email: sales@shreeganesh-castings.example</p><a href="https://wa.me/919822012345">Chat on WhatsApp</a>`,
    leads: [
      { kind: 'person', name: 'Anil Deshmukh', title: 'Director' },
      { kind: 'company', name: 'Shree Ganesh Castings Pvt. Ltd.' },
    ],
  },
  {
    about: 'a Vietnamese firm',
    url: 'https://www.songhong-thep.example/lien-he',
    title: 'Liên hệ - Công ty TNHH Thép Sông Hồng',
    lang: 'vi',
    body: `<h1>Liên hệ</h1><p>Công ty TNHH Thép Sông Hồng</p><p>Địa chỉ: 25 Lý Thường Kiệt, Hoàn Kiếm, Hà Nội</p><p>Điện thoại: 024 3936 1234</p><p>Di động: 0912 345 678</p><p>MST: 0101234567</p><p>Email: info@songhong-thep.example</p>`,
    leads: [
      {
        kind: 'company',
        name: 'Công ty TNHH Thép Sông Hồng',
        emails: ['info@songhong-thep.example'],
        phones: ['+842439361234', '+84912345678 mobile'],
      },
    ],
  },
  {
    about: 'a page in Arabic, from right to left',
    url: 'https://www.najm-trading.example/ar/contact',
    title: 'اتصل بنا | شركة نجم للتجارة',
    lang: 'ar-AE',
    body: `<h1>اتصل بنا</h1><p>شركة نجم للتجارة</p><p>هاتف: ‎+971 4 331 2345</p><p>فاكس: ‎+971 4 331 2346</p><p>جوال: ‎+971 50 123 4567</p><p>البريد الإلكتروني: info@najm-trading.example</p>`,
    leads: [
      {
        kind: 'company',
        emails: ['info@najm-trading.example'],
        phones: ['+971501234567 mobile', '+97143312345', '+97143312346 fax'],
      },
    ],
  },
];

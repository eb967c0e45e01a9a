import { foldHeader } from '@milepost/core/imports/fold-header';
import { proposeMapping } from '@milepost/core/imports/propose-mapping';
import { describe, expect, it } from 'vitest';
import { type ImportKind, isImportKind, kinds } from './kinds.ts';

const mapped = (kind: ImportKind, headers: string) => {
  const names = headers.split(',');
  const { columns, missing } = proposeMapping(kinds[kind], { headers: names, sample: [] });
  return { missing, fields: columns.map(({ field }) => field ?? '-').join(',') };
};

describe('A3 the kinds that can be imported', () => {
  it.each<[ImportKind, string, string]>([
    [
      'accounts',
      'account,sector,year_established,revenue,employees,office_location,subsidiary_of',
      'name,segment,-,annualRevenue,employees,region,parent',
    ],
    ['products', 'product,series,sales_price', 'name,line,listPrice'],
    ['people', 'sales_agent,manager,regional_office', 'name,manager,office'],
    ['people', 'EmployeeKey,EmployeeID,Salesperson,Title,UPN', 'externalId,externalId,name,title,email'],
    ['people', '员工编号,姓名,邮箱,直属上级,办事处', 'externalId,name,email,manager,office'],
    ['people', 'Personalnummer,Vorname,Nachname,Abteilung', 'externalId,firstName,lastName,team'],
    [
      'opportunities',
      'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value',
      'externalId,owner,product,account,stage,openedOn,closedOn,amount',
    ],
    [
      'opportunities',
      'Deal Name,Deal Stage,Amount,Close Date,Create Date,Deal Owner',
      'name,stage,amount,closedOn,openedOn,owner',
    ],
    [
      'opportunities',
      '商機名稱,客戶名稱,階段,預計成交日期,金額,負責人',
      'name,account,stage,expectedCloseOn,amount,owner',
    ],
    [
      'sales',
      'SalesOrderNumber,OrderDate,ResellerKey,EmployeeKey,SalesTerritoryKey,Category,lines,quantity,amount',
      'orderId,day,accountExternalId,owner,region,line,-,quantity,revenue',
    ],
    [
      'sales',
      '行 ID,订单 ID,订单日期,发货日期,客户 ID,客户名称,细分,国家,地区,产品名称,类别,子类别,销售额,数量,利润',
      'externalId,orderId,day,-,accountExternalId,account,segment,-,region,product,line,-,revenue,quantity,profit',
    ],
    [
      'sales',
      'Rechnungsnummer,Rechnungsdatum,Kunde,Artikel,Menge,Nettoumsatz,Währung',
      'orderId,day,account,product,quantity,revenue,currency',
    ],
    [
      'sales',
      'Numéro de facture,Date de facture,Client,Produit,Quantité,Montant',
      'orderId,day,account,product,quantity,revenue',
    ],
    [
      'sales',
      'Número de factura,Fecha de factura,Cliente,Producto,Cantidad,Importe',
      'orderId,day,account,product,quantity,revenue',
    ],
    [
      'contacts',
      'First Name,Last Name,Email,Phone Number,Mobile Phone Number,Job Title,Associated Company',
      'firstName,lastName,email,phone,phone,title,account',
    ],
    [
      'contacts',
      'External_Id__c,FirstName,LastName,Email,Phone,Account:External_Id__c',
      'externalId,firstName,lastName,email,phone,accountExternalId',
    ],
    [
      'contacts',
      'Person - Name*,Person - Phone,Person - Email (Work),Organization - Name*,Deal - Title',
      'name,phone,email,account,-',
    ],
    ['leads', '联系人,公司,电话,邮箱,来源,备注', 'name,company,phone,email,source,notes'],
    [
      'expenses',
      'Claim ID,Employee,Expense Date,Expense Type,Merchant,Amount,Currency,Business Purpose,Status',
      'externalId,owner,day,category,vendor,amount,currency,purpose,status',
    ],
    [
      'expenses',
      '报销单号,报销人,费用日期,费用类别,商家,金额,事由,状态',
      'externalId,owner,day,category,vendor,amount,purpose,status',
    ],
    ['targets', 'EmployeeID,Target,TargetMonth', 'owner,amount,month'],
    ['targets', '业务员,月份,目标金额（万元）', 'owner,month,amount'],
  ])('%s: %s', (kind, headers, fields) => {
    expect(mapped(kind, headers)).toEqual({ missing: [], fields });
  });

  it('know a year of targets with its months side by side', () => {
    const { wideMonths, missing } = proposeMapping(kinds.targets, {
      headers: ['Year', 'EmployeeID', 'M01', 'M02', 'M03'],
      sample: [],
    });
    expect(missing).toEqual([]);
    expect(wideMonths?.months.map(({ month }) => month)).toEqual([1, 2, 3]);
  });

  it('have keys made of their own fields, and no header twice within a field', () => {
    for (const [name, kind] of Object.entries(kinds)) {
      expect(isImportKind(name) && kind.kind).toBe(name);
      const fields = kind.fields.map(({ field }) => field);
      expect(new Set(fields).size).toBe(fields.length);
      expect(kind.naturalKeys.flat().filter((field) => !fields.includes(field))).toEqual([]);
      for (const { synonyms } of kind.fields)
        expect(synonyms.every((synonym) => foldHeader(synonym).key !== '')).toBe(true);
    }
    expect(isImportKind('toString')).toBe(false);
  });
});

import type { KindSpec } from '@milepost/core/imports/kind';
import { field, headers, namedByParts, nameParts } from './field.ts';
import { words } from './header-words.ts';

/** Who sells: reps and their managers. Teams are made from the managers that rows name. */
export const people: KindSpec = {
  kind: 'people',
  nouns: headers('person | employee | rep | sales rep | 员工 | 員工 | 销售 | Mitarbeiter | employé | empleado'),
  naturalKeys: [['externalId'], ['email'], ['name']],
  fields: [
    field(
      'name',
      'text',
      'name | full name | sales agent | salesperson | sales rep | sales representative | rep | employee name | employee | person | 姓名 | 员工姓名 | 销售人员 | 销售员 | 销售代表 | 业务员 | 员工 | 員工姓名 | 銷售人員 | 業務員 | Mitarbeiter | Mitarbeitername | Vertriebsmitarbeiter | nom | nom complet | vendeur | commercial | nombre | nombre completo | vendedor | comercial',
      namedByParts,
    ),
    ...nameParts,
    field(
      'externalId',
      'text',
      `employee id | employee key | employee number | staff id | rep id | 工号 | 员工编号 | 員工編號 | Personalnummer | Mitarbeiternummer | matricule | número de empleado | ${words.id}`,
      { takes: 'list' },
    ),
    field('email', 'email', words.email),
    field(
      'manager',
      'reference',
      'manager | sales manager | reports to | supervisor | team lead | 经理 | 上级 | 直属上级 | 主管 | 地区经理 | 销售经理 | 經理 | 上級 | 直屬主管 | Vorgesetzter | Leiter | Vertriebsleiter | responsable | supérieur | gerente | jefe',
    ),
    field(
      'office',
      'text',
      'office | regional office | region | branch | location | 办事处 | 分公司 | 地区 | 区域 | 大区 | 辦事處 | 地區 | 區域 | Büro | Niederlassung | Standort | bureau | agence | oficina | sucursal',
    ),
    field(
      'team',
      'text',
      'team | sales team | group | department | 团队 | 销售团队 | 部门 | 小组 | 團隊 | 部門 | Abteilung | Gruppe | équipe | service | equipo | departamento',
    ),
    field('role', 'choice', 'role | permission | user role | 角色 | 权限 | 權限 | Rolle | rôle | rol', {
      choices: {
        rep: [
          'sales rep',
          'sales',
          'user',
          'member',
          '销售',
          '销售代表',
          '业务员',
          '業務',
          'Vertrieb',
          'commercial',
          'vendedor',
        ],
        manager: [
          'sales manager',
          'team lead',
          'lead',
          '经理',
          '主管',
          '經理',
          'Leiter',
          'Vertriebsleiter',
          'responsable',
          'gerente',
        ],
        admin: ['administrator', '管理员', '管理員', 'Administrator', 'administrateur', 'administrador'],
      },
    }),
    field('title', 'text', words.title),
    field(
      'fte',
      'number',
      'fte | full-time equivalent | full time equivalent | employment rate | working time share | 全职当量 | 工时比例 | 全職當量 | 工時比例 | Beschäftigungsgrad | Stellenanteil | taux d’emploi | ETP | jornada',
    ),
    field(
      'startsOn',
      'day',
      'start date | hire date | hired on | joined on | joining date | employed since | 入职日期 | 入职时间 | 到職日 | 到職日期 | Eintritt | Eintrittsdatum | date d’embauche | date d’entrée | fecha de ingreso | fecha de alta',
    ),
    field(
      'endsOn',
      'day',
      'end date | leaving date | termination date | left on | last day | 离职日期 | 離職日 | 離職日期 | Austritt | Austrittsdatum | date de sortie | date de départ | fecha de baja | fecha de salida',
    ),
    field(
      'sellingHours',
      'number',
      'selling hours a day | selling hours per day | hours per day | daily hours | 每日销售工时 | 每日工时 | 每日銷售工時 | 每日工時 | Stunden pro Tag | Tagesstunden | heures par jour | horas por día',
    ),
  ],
};

import type { KindSpec } from '@milepost/core/imports/kind';
import { field, headers, required } from './field.ts';
import { words } from './header-words.ts';

const level = (at: number) =>
  field(
    `level${at}`,
    'text',
    `level ${at} | level${at} | L${at} | ${at} 级 | 等级 ${at} | ${at} 級 | 等級 ${at} | Stufe ${at} | niveau ${at} | nivel ${at}`,
  );

/**
 * What somebody can do, with its levels: either six columns, or one row a level with the number of the level, its text, and the scale.
 * Levels of the scale LV of O*NET go from 0 to 7 and become ours.
 */
export const skills: KindSpec = {
  kind: 'skills',
  nouns: headers(
    'skill | competency | ability | 技能 | 能力 | Fähigkeit | Kompetenz | compétence | competencia | habilidad',
  ),
  naturalKeys: [['externalId'], ['name']],
  fields: [
    field(
      'name',
      'text',
      'skill | skill name | element name | competency | competence | name | preferred label | 技能 | 技能名称 | 能力 | 技能名稱 | Fähigkeit | Kompetenz | compétence | competencia | habilidad',
      required,
    ),
    field('externalId', 'text', `skill id | element id | concept uri | competency id | ${words.id}`),
    field(
      'category',
      'text',
      'category | skill group | skill type | group | 类别 | 分类 | 類別 | 分類 | Kategorie | catégorie | categoría',
    ),
    field('about', 'text', `about | definition | ${words.notes}`),
    ...[0, 1, 2, 3, 4, 5].map(level),
    field('level', 'number', 'level | anchor value | proficiency level | 等级 | 级别 | 等級 | Stufe | niveau | nivel'),
    field(
      'levelText',
      'text',
      'level description | anchor description | behaviour | indicator | 等级描述 | 等級描述 | Stufenbeschreibung',
    ),
    field('scale', 'text', 'scale | scale id | 量表 | Skala | échelle | escala'),
  ],
};

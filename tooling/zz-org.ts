import { readFileSync, readdirSync } from 'node:fs';
import { pageEvidence } from '@milepost/api/features/leads/page-evidence';
import { readLeads } from '@milepost/capture/read-leads';
import { pageText } from '@milepost/capture/page-text';
import { readingContext } from '@milepost/capture/reading-context';
import { companyNames } from '@milepost/capture/company/company-names';
import { halfOf } from './bench/clip-cases.ts';
import { foldCompany } from './bench/clip-marks.ts';
const d='/work/shared/data/contact-pages/';
let tot=0,bad=0;const half=process.argv[2]; const only=process.argv[3]?.split(',');
for(const f of readdirSync(d).filter(x=>x.endsWith('.html'))){ const n=f.replace('.html',''); if(only?!only.includes(n):halfOf(n)!==half) continue;
 const marks=JSON.parse(readFileSync(d+n+'.json','utf8')).ORG??[]; const mm=JSON.parse(readFileSync(d+n+'.json','utf8')); if(!marks.length||!(mm.TEL||mm.FAX||mm.EMAIL||mm.STREET)) continue;tot++;
 const ev=pageEvidence(readFileSync(d+f,'utf8')); const r=readLeads(ev,{country:'US',now:()=>process.cpuUsage().user/1000});
 const said=r.leads.find(l=>l.kind==='company')?.name??r.leads[0]?.company??null;
 const ok=said!==null&&marks.some((m:string)=>foldCompany(m)===foldCompany(said));
 if(ok&&!only) continue;
 const names=companyNames(readingContext(pageText(ev),{country:'US'})).slice(0,4).map((x:any)=>`${x.name}(${x.confidence.toFixed(2)} ${x.kind??''})`);
 bad++;console.log('##',n,'| base',ev.base,'| title',ev.title.slice(0,110),'\n   SAID',said,'| first lead',r.leads[0]?.kind,r.leads[0]?.name,'| more',r.more.slice(0,3).map(l=>l.name),'\n   NAMES',names.join(' ; '),'\n   MARKS',[...new Set(marks)].slice(0,9).join(' | '));
}

console.log(tot,bad,1-bad/tot);
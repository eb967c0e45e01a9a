import { readFileSync, readdirSync } from 'node:fs';
import { pageEvidence } from '@milepost/api/features/leads/page-evidence';
import { readLeads } from '@milepost/capture/read-leads';
import { pageText } from '@milepost/capture/page-text';
import { halfOf } from './bench/clip-cases.ts';
import { foldText } from './bench/clip-marks.ts';
const d='/work/shared/data/contact-pages/';const half=process.argv[2];
for(const f of readdirSync(d).filter(x=>x.endsWith('.html'))){ const n=f.replace('.html',''); if(halfOf(n)!==half) continue;
 const m=JSON.parse(readFileSync(d+n+'.json','utf8')); if(!m.FUNC?.length) continue;
 const ev=pageEvidence(readFileSync(d+f,'utf8')); const r=readLeads(ev,{country:'US',now:()=>process.cpuUsage().user/1000}); const lines=pageText(ev).lines;
 const ppl=[...r.leads,...r.more].filter(l=>l.kind==='person'); const fold=(s:string)=>foldText(s.replace(/,.*$/,''));
 const miss=[...new Set((m.PER??[]).filter((p:string)=>p.includes(' ')).map(String))].filter((p:any)=>!ppl.some(l=>fold(l.name??'').includes(fold(p))||fold(p).includes(fold(l.name??'-'))));
 const wrong=ppl.filter(l=>!(m.PER??[]).some((p:string)=>fold(p).includes(fold(l.name??'-'))||fold(l.name??'').includes(fold(p))));
 const tmiss=[...new Set(m.FUNC.map(String))].filter((t:any)=>!ppl.some(l=>foldText(l.title??'')===foldText(t)));
 console.log('##',n,'tel?',!!(m.TEL||m.STREET||m.EMAIL),'| miss',miss.join(' ; '),'| wrong',wrong.map(l=>l.name),'| TMISS',tmiss.slice(0,12).join(' ; '),'| TGOT',ppl.map(l=>l.title).filter(Boolean).slice(0,12));
 for(const p of (miss as string[]).slice(0,4)){ const l=lines.find(x=>x.text.includes(p.split(',')[0])); if(l) console.log('     >',l.text.slice(Math.max(0,l.text.indexOf(p.split(',')[0])-60),l.text.indexOf(p.split(',')[0])+110),' || next:',lines[l.index+1]?.text.slice(0,60)); }
}

import { readFileSync } from 'node:fs';
import { pageEvidence } from '@milepost/api/features/leads/page-evidence';
import * as rl from '@milepost/capture/read-leads';
import { pageText } from '@milepost/capture/page-text';
const f=process.argv[2]; const ev=pageEvidence(readFileSync(f,'utf8'));
for (let i=0;i<3;i++){ const c=process.cpuUsage(); const t=performance.now(); const r=rl.readLeads(ev,{country:'US'}); const u=process.cpuUsage(c); console.log('wall',Math.round(performance.now()-t),'cpu',Math.round(u.user/1000), r.failures.map((x:any)=>x.source)); }

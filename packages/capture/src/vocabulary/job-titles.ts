/** Nouns that name a position, folded (lower case, no accents); a text is title-like when it holds one as a word. */
const NOUNS = `
accountant administrator adviser advisor agent aide ambassador analyst apprentice architect assistant associate attorney auditor author banker bookkeeper broker builder buyer
carpenter cashier ceo cfo cio cmo coo cto cro cpo cso chair chairman chairperson chairwoman chancellor chef chief clerk coach co-founder cofounder commander commissioner
comptroller concierge consultant contractor controller coordinator co-ordinator copywriter counsel counselor counsellor curator dean dentist deputy designer developer director dispatcher
doctor editor electrician engineer estimator evangelist executive exec expert fellow florist foreman founder functionary governor graphic guide head host hostess inspector instructor intern
interpreter investigator journalist judge landscaper lawyer lead leader lecturer librarian lieutenant liaison lobbyist maintenance manager marketer mayor mechanic merchandiser mgr
minister mentor negotiator notary nurse nutritionist officer operator owner paralegal paramedic partner pastor pharmacist photographer physician pilot planner plumber president
principal priest producer professor programmer projectionist proprietor provost psychologist publisher purchaser realtor receptionist recorder recruiter rector registrar rep representative
reporter researcher salesman salesperson saleswoman scholar scientist secretary sergeant solicitor specialist staff steward strategist stylist superintendent supervisor supt surgeon surveyor
teacher teller technician technologist therapist trainer translator treasurer trustee tutor underwriter vet veterinarian vice-president vp svp evp avp warden webmaster writer worker
geschaftsfuhrer geschaftsfuhrerin geschaftsfuhrender geschaftsleitung geschaftsleiter inhaber inhaberin leiter leiterin vertriebsleiter vertriebsleiterin verkaufsleiter mitarbeiter mitarbeiterin vorstand vorstandsvorsitzender prokurist prokuristin
referent referentin sachbearbeiter sachbearbeiterin assistentin assistenz berater beraterin kundenberater kundenberaterin einkaufer einkauferin ingenieur ingenieurin meister meisterin entwickler entwicklerin
ansprechpartner ansprechpartnerin vorsitzender vorsitzende prasident prasidentin rechtsanwalt rechtsanwaltin steuerberater projektleiter projektleiterin abteilungsleiter produktmanager
directeur directrice gerant gerante responsable president presidente presidente-directeur pdg dg chef adjoint adjointe assistante charge chargee ingenieure conseiller conseillere commercial commerciale
comptable secretaire fondateur fondatrice associe associee avocat avocate technicien technicienne proprietaire
director directora gerente jefe jefa encargado encargada socio socia administrador administradora asesor asesora consultor consultora ingeniero ingeniera propietario fundador fundadora abogado abogada
coordinador coordinadora tecnico tecnica vendedor vendedora comercial secretario secretaria
direttore direttrice responsabile titolare amministratore amministratrice presidente socio ingegnere avvocato consulente impiegato impiegata segretaria fondatore
diretor diretora gerente socio proprietario engenheiro engenheira advogado analista
directeur eigenaar bedrijfsleider manager medewerker medewerkster hoofd verkoopleider adviseur oprichter
direktor chef vd grundare agare saljare ansvarig koordinator radgivare direktor daglig leder salgssjef sjef medarbejder indehaver salgschef adm
toimitusjohtaja johtaja paallikko myyntipaallikko asiantuntija
dyrektor kierownik prezes wlasciciel specjalista asystent przedstawiciel koordynator
reditel vedouci jednatel majitel obchodni konatel riaditel
igazgato ugyvezeto vezeto menedzser tulajdonos munkatars
director administrator sef
mudur muduru genel sahibi yoneticisi uzmani sorumlusu
`;

/** Words of positions in scripts without blanks, or whose forms change: found anywhere in the text. */
const STEMS =
  /经理|總經理|总监|总裁|董事|主任|主管|工程师|工程師|销售|顾问|顧問|助理|秘书|秘書|会计|會計|教授|院长|校长|厂长|店长|部长|處長|处长|科长|科長|组长|代表|负责人|負責人|專員|专员|创始人|創辦人|律师|律師|經理|監督|代表取締役|取締役|社長|部長|課長|係長|主任|担当|店長|所長|会長|室長|営業|대표|이사|부장|과장|차장|팀장|사장|실장|대리|директор|менеджер|руководитель|начальник|специалист|бухгалтер|инженер|консультант|председатель|президент|заместитель|заведующ|секретар|керівник|управител|διευθυντ|υπευθυν|προεδρ|مدير|رئيس|מנהל|מנכ/iu;

/** Departments and duties that stand for a title where a noun is left out ("Marketing Head", "Customer Service"). */
const DUTIES =
  /\b(?:sales|marketing|customer (?:service|support|care)|human resources|hr|finance|accounting|operations|engineering|purchasing|procurement|logistics|quality|production|it|communications?|public relations|pr|r&d|development|administration|administratie|administracja|markets?|parts|service|support|vertrieb|einkauf|buchhaltung|personal|technik|kundendienst|ventes|achats|comptabilite|ventas|compras|vendite|acquisti)\b/i;

/** Of the nouns, those that mean other things too ("Pan Head", "Chair Mats", "Staff Picks"): a title only beside a sure name. */
const AMBIGUOUS = new Set(
  'agent aide ambassador associate author banker broker builder buyer carpenter chair chef coach contractor dean dentist designer doctor driver editor electrician executive expert fellow florist graphic guide head host intern judge lawyer lead maintenance mentor model nurse owner partner pilot planner plumber principal producer publisher realtor rep staff steward teacher teller trainer translator vet worker writer meister commercial general professor reporter scholar minister pastor priest governor mayor conducteur'.split(
    ' ',
  ),
);

/** Ends of compounds in languages that write a position as one word: "Projectleider", "Försäljningschef", "Gebietsverkaufsleiter". */
const COMPOUND =
  /^\p{L}{3,}(?:leider|leidster|chef|sjef|leiter|leiterin|berater|beraterin|ingenieur|ingenieurin|ingenjor|medewerker|medewerkster|mitarbeiter|mitarbeiterin|medarbejder|medarbeider|medarbetare|ansvarig|ansvarlig|direktor|direktorin|manager|managerin|referent|referentin|assistent|assistentin|techniker|technikerin|konsulent|radgiver|radgivare|adviseur|beheerder|verantwoordelijke|beauftragte|beauftragter|vertreter|vertreterin|sachbearbeiter|sachbearbeiterin|johtaja|paallikko|vezeto)$/u;

let nouns: Set<string> | undefined;

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether a text holds the name of a position. */
export const namesPosition = (text: string): boolean => STEMS.test(text) || positionsIn(text).length > 0;

/** Whether it holds one that means nothing else. */
export const surelyNamesPosition = (text: string): boolean =>
  STEMS.test(text) || /\bhead of\b/i.test(text) || positionsIn(text).some((word) => !AMBIGUOUS.has(word));

function positionsIn(text: string): string[] {
  nouns ??= new Set(NOUNS.trim().split(/\s+/));
  return fold(text)
    .split(/[^\p{L}\p{N}-]+/u)
    .filter((word) => nouns?.has(word) === true || COMPOUND.test(word));
}

/** Labels that name who stands for a firm before the law; firms print them in imprints and outlines, beside the firm's own numbers. */
const STANDS_FOR_FIRM =
  /^(?:vertretungsberechtigte(?:r)?(?: geschaftsfuhrer(?:in)?)?|vertreten durch.*|geschaftsfuhr(?:er|erin|ung)|geschaftsfuhrende[r]? gesellschafter(?:in)?|inhaber(?:in)?|vorstand|gerant|gerante|representant legal|directeur de la publication|responsable de la publication|representante legal|administrador unico|administrador|legale rappresentante|amministratore unico|amministratore|titolare|socio gerente|jednatel|konatel|prezes zarzadu|ugyvezeto|ugyvezeto igazgato|administrator|direktor drustva|генеральный директор|директор|руководитель|управител|owner|proprietor|registered manager|代表者|代表者名|代表取締役.*|代表|代表社員|会社代表|대표|대표자|대표이사|法定代表人|法人代表|法人|負責人|代表人)$/iu;

/** Whether a label names who stands for a firm, rather than whom to call. */
export const namesRepresentative = (label: string): boolean =>
  // Folding takes letters of other scripts apart.
  [label, fold(label)].some((text) => STANDS_FOR_FIRM.test(text.trim()));

/** Whether a text names a department or a duty. */
export const namesDuty = (text: string): boolean => DUTIES.test(fold(text));

# ruff: noqa: E501 – a phrase is a line
"""The words of an offer of employment."""

PHRASES = {
    "en": r"""
6 (offer|offering|offered) (you )(\w+ ){0,4}({role}|employment|contract|internship|apprenticeship|traineeship|place (on|in) our team)
5 (extend|extending|make|making|made|present|presenting|send|sending|extended) (to )?you (\w+ ){0,4}offer
5 {glad} (\w+ ){0,3}(extend|make|present|send|put) (\w+ ){0,5}offer
4 offer (\w+ ){0,4}to you
2 {glad} (\w+ ){0,3}(to )?(\w+ )?offer
4 (job|employment|conditional|formal|written|verbal|official|revised|updated|improved|formal|contract|signed|full-time|internship) offer
5 (letter of offer|offer letter|contract letter|appointment letter|letter of appointment|letter of employment)
4 offer of (employment|appointment|a position|the position|a job)
3 your offer
5 (our|your|the|this) offer … (position|role|job|salary|start|sign|letter|contract|employment|join)
5 (decide (on|about)|decision (on|about)|answer to|made up your mind (on|about)|thinking about|response to|respond to|reply to|questions about|about|regarding|accepting|consider|signed|sign|discuss) (our|your|the) (\w+ )?offer
4 (paperwork|contract|letter) (\w+ ){0,3}(tonight|tomorrow|today|follows|to follow|shortly|over|soon)
4 (we all agreed|agreed unanimously|you are the one|you are our|you were our|picked you|chose you|chosen you|choosing you|gone with you|go with you|going with you)
3 (days|weeks) (\w+ )?(holiday|holidays|vacation|annual leave|pto|paid leave)
3 (the|your|our) (\w+ )?package
4 {glad} (\w+ ){0,2}(if )?you (\w+ )?(joined|join|accepted|would join)
4 (contract|agreement|letter|offer) (is |are )?(\w+ )?(ready|waiting|available|up) (\w+ )?(for|in|to) (\w+ )?(signature|sign|signing|you|portal)
4 contract (\w+ )?(runs|starts|begins) (from|on)
3 before you sign
4 sign the (letter|contract|offer|agreement|attached|enclosed)
3 (meet you at|match|raise|improve|increase) … (\d+ ?k|\d\d,?000|salary|base)
3 (loved|liked|impressed|agreed) … (you start|you begin|join)
4 you (will )?(start|begin) (on|in|with us)
4 (start|begin|starting|report|report to work|join us) (on )?(monday|tuesday|wednesday|thursday|friday|the \d|1st|january|february|march|april|may|june|july|august|september|october|november|december)
4 (you will be|you would be|you are) (starting|joining|reporting|earning|paid|our new|the new)
4 (employ*|hire|bring|have|take|welcome) you (on|on board|aboard|full-time|permanently|as (our|a|an|the))
3 (onboarding|new hire|new starter|new joiner|pre-boarding)
3 (the|this|our|an) offer (\w+ ){0,6}(expires?|is attached|attached|enclosed|valid|open until|stands|letter|details|deadline|remains|from)
3 offer … (expires?|deadline|valid until|valid for|open until)
2.5 (accept|accepting|sign|review|consider) (\w+ ){0,3}offer
3 (attach*|enclos*|find) … offer
4 (employment|your|labou?r|work|job) (contract|agreement)
4 (contract|agreement) (\w+ ){0,5}(attached|enclosed|ready|follows?|signature|to sign|in the post|coming|sent)
4 (sign|attach*|enclosed|send|review|return|countersign*) … contract
3 (sign|signed|countersign*) (and return|\w+ )?(\w+ )?(\w+ )?(letter|copy|documents?|paperwork)
6 ({role}) is yours
6 you (\w+ )?(got|have got|are getting|landed|won) the (job|position|role|post)
6 you (are|have been|were) (\w+ )?(hired|appointed)
5 (welcome|welcoming) (you )?(aboard|on board|onboard|to the (team|family|company|crew)|to our (team|company))
5 (want|like|love|chosen|chose|decided|asking|pleased|delighted|invite|excited|happy|thrilled) (for )?(\w+ )?(\w+ )?you (to )?(\w+ )?(join*|start|appoint*|come (and )?work|be (our|the|part)|become)
5 (appoint|hire|hiring|employ) you
5 (selected|chosen|successful|appointed|hired|picked|accepted) (as the candidate )?(you )?(for|as|in) (the|our|a|an|this|your application for|securing) (\w+ ){0,4}(position|role|post|job|vacancy|opening)
4 (have you|you) (join|joining|start|starting|on board|on the team|as part of) (us|our|the|with us|on|as)
3 congratulations
3 (starting|base|annual|gross|yearly|monthly|basic) (salary|pay|wage|compensation)
2 (salary|compensation|remuneration|package|equity|bonus|stock options|pension|benefits)
2 (start date|first day|day one|onboarding|starting date|joining date)
3 (start|join|begin) (us |with us |work |working )?(on|from|in) {day}
3 subject to (\w+ )?(references?|background|dbs|checks?|medical|pre-employment|vetting)
3 (your|the) (application|interview*|candidacy) (\w+ )?(has been|was|have been|were) (\w+ )?(successful|accepted|approved)
3 we would like (to have )?you (to|as|on)
4 (said|voted|say|is|was) (\w+ )?(an? )?(\w+ )?yes
4 (want|wants) you(?! to)
3 (call|contact|discuss|talk|write|phone) … (pay|salary|start date|starting date|contract|terms)
3 (sign|signature) (it |this )?(by|before|and)
2 (letter|document|papers?|paperwork) (\w+ )?(attached|sets out|follows?|enclosed)
2 (bonus|base|per year|per annum|a year|\d+ ?k)
4 {glad} to have you
4 (you made it|you did it|it is official|you are in|you are our (new|next|choice|pick))
4 (first|top|number one|unanimous) choice
2 (happy|pleased|delighted|glad) to (confirm|say|tell|inform|let)
4 (the|this|our|your) (\w+ )?offer (\w+ ){0,4}(lapses?|ends|closes|runs out|expires?|stands until|holds until)
4 (respond|response|reply|answer|decide|decision) (\w+ ){0,3}(to|on|about|regarding) (our|your|the) (\w+ )?offer
4 (contract|agreement|paperwork|letter) … (return|sign|signed|countersign*) (\w+ ){0,3}(by|before|copy|within)
5 (we|team|committee|panel|board|everyone|they|partners|directors?) (\w+ ){0,3}(chose|picked|selected|want|wants|wanted|decided on|voted for|agreed on) you\b(?! (to|as well|all))
4 (would|could|can|will) you (\w+ )?(start|begin) (work |with us )?(on|in|from|as early as|by|with)
4 (can|could|able to|will|would) (\w+ )?(go|stretch|move|come|increase|raise) (\w+ )?(\w+ )?to … (\d+ ?k|\d\d[., ]?\d\d\d|a month|salary|base)
3 (pay|salary|wage|compensation|remuneration|base) (would|will|is|of|at|comes to|has been)
4 (formal|written|official|final|signed|paper) (letter|contract|agreement|copy) (\w+ ){0,4}(follows?|goes out|will|on its way|to follow|arrive*|comes?|sent)
3 (forward|excited|happy|glad|cannot wait) to (working with you|work with you|welcom* you|having you|have you)
3 (details of|enclosed) … (pay|salary|holidays?|benefits|contract)
4 (contract|agreement|letter) … (waiting to be signed|be signed|to be signed|for (your|a) signature|to sign|awaiting)
4 (time|until {day}|longer|days|week) (\w+ ){0,3}to (decide|think|consider|accept|respond|sign) (\w+ ){0,3}offer
4 (pleased|delighted|happy|glad|thrilled) to confirm your (appointment|employment|position)
4 (copies|copy) of (the|your|our) (contract|agreement|offer letter)
5 (can|could|would|like to|able to|pleased to) offer (you )?(\w+ )?[$£€]?\d
4 (contract|agreement|papers|offer) (\w+ )?(drawn up|prepared|drafted|in preparation)
4 (salary|pay) (point|band|grade|level|scale|step)
4 (would like|like|want|wants) you for the (post|job|role|position)
4 (have|need|hear|await|awaiting|looking forward to) your (yes|acceptance)
4 (written|signed) contract (\w+ )?(by|before|on)
4 (accept|accepting|decline|turn down) (our|the|this|your) (\w+ )?offer
3 (improved|raised|increased|added to|changed) (the|your|our) (\w+ )?(bonus|base|salary|package|terms|pay)
4 (new|revised|updated|amended) (letter|contract|terms|package|figures|numbers)
""",
    "de": r"""
6 (stelle|position|job|anstellung|vertrag|arbeitsvertrag|festanstellung|ausbildungsplatz|praktikum|arbeitsplatz) … (anbieten|anzubieten|zusagen|zu konnen|angeboten)
5 (bieten|biete) (\w+ ){0,6}(stelle|position|vertrag|anstellung|job|ausbildungsplatz)
5 (arbeitsvertrag*|anstellungsvertrag*|vertragsentwurf|vertragsunterlagen|vertragsangebot|ausbildungsvertrag|dienstvertrag)
4 (vertrag) … (anbei|anhang|post|unterschr*|unterzeichn*|zuruck*|kommt|zusenden|schicken)
5 (fur (sie|dich)) (\w+ )?(entschieden|ausgesprochen)
5 (sie|dich|du|ihnen) … (haben|hast|bekommen|bekommst) (\w+ ){0,3}(stelle|job|zusage)
4 (willkommen) (\w+ )?(im team|an bord|bei uns)
4 (zusage|einstellungszusage|jobzusage)
4 (du bist|sie sind) (\w+ )?(dabei|eingestellt|im team)
4 (einstellen|einzustellen|einstellung) (\w+ )?(zum|ab|mochten|zu konnen|wollen)
5 (wir|ich) (\w+ ){0,3}(mochten|wurden|wollen) (\w+ )?(sie|dich) (\w+ ){0,6}(einstellen|im team|an bord|bei uns (haben|begrussen))
4 (wahl|entscheidung) (\w+ ){0,3}auf (sie|dich)
4 (starten|anfangen|beginnen|fangen) (\w+ ){0,2}(am|zum|ab) (\d|montag|ersten)
3 (vertragsangebot|jobangebot)
4 (bestatigen|bestatige) (\w+ ){0,4}(anstellung|einstellung|zusage|stelle|position)
3 (vertrag) … (unterschreiben|unterzeichnen|unterschrift)
3 (gluckwunsch|gratul*)
3 (unser|ein|das|dieses|verbindlich*) (\w+ )?(angebot) (\w+ ){0,6}(anbei|anhang|annehmen|gultig|unterbreiten|machen|gilt)
3 (freuen) (\w+ ){0,6}(zusammenarbeit|als neue*|im team|mitteilen zu konnen|begrussen)
2 (jahresgehalt|bruttogehalt|gehalt|arbeitsbeginn|erster arbeitstag|eintrittsdatum|startdatum|probezeit)
5 (mochten|wurden|wollen|werden) (\w+ ){0,8}(einstellen|anstellen|ubernehmen)
4 vertrag (\w+ ){0,3}(ausfertigung|ausfertigungen|anlage|beigefugt|unterlagen)
""",
    "fr": r"""
6 (proposer|offrir|proposons|offrons|confier|attribuer|confirmer) (\w+ ){0,5}(poste|contrat|cdi|cdd|emploi|stage|embauche|alternance|recrutement)
5 (promesse d'embauche|offre d'embauche|contrat de travail|lettre d'engagement|promesse unilaterale|lettre d'embauche|proposition d'embauche)
4 contrat (\w+ ){0,5}(ci-joint|signer|signe|joint|piece jointe|retourner|signature)
5 (vous|tu) (etes|es|avez ete|as ete) (\w+ )?(embauche*|recrute*|pris*|engage*)
4 bienvenue (\w+ )?(dans|parmi|chez|a bord|au sein)
4 candidature (\w+ ){0,3}(est|a ete) (\w+ )?(retenue|acceptee)
4 (avons|ai) (decide de|choisi de|retenu) (\w+ ){0,3}(retenir|recruter|embaucher|votre candidature|vous)
5 (proposons|propose|proposer|souhaitons|aimerions) (de |que vous )?(\w+ )?(nous rejoindre|rejoindre|integrer|rejoigniez|travailler)
5 (votre|ton) (embauche|recrutement|integration|engagement|prise de poste)
4 (confirm*|heureu*|ravi*|plaisir|joie) … (embauche|recrutement|accueillir|rejoindre|rejoigniez|integrer|retenu*|poste)
5 (vous|te) (\w+ )?(accueillir|compter parmi|integrer)
3 contrat (\w+ )?(suit|suivra|arrive)
3 (commencez|commencerez|debuterez|debut) (\w+ )?(le|lundi|a compter)
3 felicitations
3 (notre|cette|l') ?offre (\w+ ){0,5}(ferme|valable|signee|acceptez|expire)
2 (remuneration|salaire|prise de poste|periode d'essai|date d'entree)
""",
    "es": r"""
6 (ofrecer*|ofrecemos|proponer*|confirmar*) (\w+ ){0,5}(puesto|contrato|empleo|trabajo|posicion|incorporacion|plaza|vacante)
5 (oferta (formal|laboral|de trabajo|de empleo|economica)|carta oferta|contrato (de trabajo|laboral))
4 contrato (\w+ ){0,5}(adjunt*|firm*|laboral)|(adjunt*|firm*) (\w+ ){0,4}contrato
5 (has|ha) sido (\w+ )?(seleccionad*|elegid*|contratad*|admitid*) (\w+ )?(para el puesto|como|para ocupar|para incorpor*|$)
4 (bienvenid*) (\w+ )?(al equipo|a bord*|a nuestr*|a la empresa)
5 (el puesto|el trabajo|la plaza) es (tuy*|suy*)
5 (has|ha) sido (\w+ )?(seleccionad*|elegid*|contratad*|admitid*) … (puesto|como|incorpor*|trabaj*)
4 (eres|es usted|te hemos|le hemos) (\w+ )?(elegid*|seleccionad*|contratad*|la persona)
4 (empiezas|empezarias|comienzas|te incorporas|incorporarte|incorporacion) (\w+ ){0,3}(el|lunes|a partir|en)
4 (queremos|deseamos) (\w+ )?(que te (unas|incorpores)|contratarte|incorporarte|contar contigo)
3 (enhorabuena|felicidades|felicitaciones)
2 (salario|sueldo|fecha de incorporacion|incorporacion|retribucion)
2 (tu|nuestra) oferta
5 (nos complace|tenemos el placer|nos alegra|encantad*|alegria) … (ofrecer*|incorpor*|contrat*|puesto|formar parte|unas)
4 (adjuntamos|adjunto|firm*|envi*) … (contrato|carta de oferta|carta oferta)
4 (te|le) (\w+ )?(ofrecemos|proponemos|contratamos|queremos en)
4 (formar|formaras|forme) (\w+ )?parte (de|del)
""",
    "nl": r"""
6 (bieden|aanbieden|aan te bieden|bied) (\w+ ){0,6}(functie|baan|contract|positie|arbeidsovereenkomst|plek)
6 (functie|baan|contract|positie|plek) … (aanbieden|aan te bieden|bieden)
5 (arbeidscontract|arbeidsovereenkomst|arbeidsvoorwaardenvoorstel|contractvoorstel|arbeidsaanbod|contractaanbod|baanaanbod)
4 contract … (onderteken*|bijlage|tekenen|bijgevoegd|retour)
5 (je|u|jij) (bent|hebt|ben) (\w+ )?(aangenomen|de baan|de functie|gekozen)
4 (welkom) (\w+ )?(bij|in het team|aan boord|in ons)
4 (aangenomen|in dienst|jij bent het|bij ons komt werken|te verwelkomen)
4 (begin|start|beginnen|starten) (\w+ )?(je|u|kun je) (\w+ ){0,3}(op|per|maandag|1)
3 (gefeliciteerd|van harte)
3 (ons|het|dit) (aanbod|voorstel) (\w+ ){0,5}(bijlage|geldig|accepte*|tekenen|bijgevoegd)
3 (hebben )?(voor|gekozen voor) (jou|u) (\w+ )?gekozen
2 (salaris|startdatum|eerste werkdag|proeftijd)
5 (verheugd|blij|graag|plezier|genoegen) … (aan te bieden|aanbieden|baan|arbeidsovereenkomst|contract|verwelkomen|in dienst)
4 (in dienst|aan de slag|welkom) (\w+ ){0,3}(nemen|treden|bij ons|in ons team|per|vanaf)
4 (we|wij) (\w+ )?(hebben|willen) (\w+ )?(voor )?(jou|u|je) (\w+ )?(gekozen|aannemen|in dienst)
""",
    "it": r"""
6 (offrir*|offriamo|proporr*|proporti|proporle|proponiamo|assegnar*) (\w+ ){0,5}(posizione|ruolo|contratto|posto|lavoro|impiego|assunzione)
5 (proposta di assunzione|lettera di assunzione|contratto di lavoro|proposta contrattuale|offerta di lavoro formale|lettera di impegno|proposta economica)
4 contratto (\w+ ){0,5}(allegat*|firm*)|(allegat*|firmare|in allegato) (\w+ ){0,4}contratto
5 (sei|e) stat[oa] (\w+ )?(assunt*|scelt*|selezionat*) (\w+ )?(per la posizione|come|per il ruolo|per il posto)
4 benvenut* (\w+ )?(nel team|a bordo|in squadra|nella nostra|tra noi)
3 (congratulazioni|complimenti)
2 (stipendio|retribuzione|data di inizio|ral|periodo di prova)
5 (proporre|proporti|proporle|offrire|offrirti|offrirle|confermare|confermarti) … (assunzione|posizione|posto|contratto|ruolo|lavoro|impiego)
4 (assunzione|contratto) … (dal \d|a partire|allegat*|firma*|decorrenza)
4 (sei|e) (stato|stata) (\w+ )?(assunt*|scelt*|selezionat*) (per|come)
""",
    "pt": r"""
6 (oferecer*|oferecemos|propor*|proposta para) (\w+ ){0,5}(vaga|cargo|posicao|contrato|emprego|funcao|posto|lugar)
5 (proposta (de trabalho|de emprego|formal|salarial|contratual)|carta (oferta|proposta)|contrato de trabalho|oferta de emprego formal)
4 contrato (\w+ ){0,5}(anexo|assin*)|(anexo|assinar|assine) (\w+ ){0,4}contrato
5 (foi|foste|voce foi) (\w+ )?(contratad*|aprovad*|selecionad*|escolhid*) (\w+ )?(para a vaga|para o cargo|como|para a posicao|para a funcao)
4 bem-vind* (\w+ )?(a equipa|a equipe|ao time|a bordo)
5 a vaga e (sua|tua)
3 parabens
2 (salario|vencimento|data de inicio|remuneracao)
5 (temos o prazer|prazer|felizes|contentes|alegria) … (oferecer*|contratar*|vaga|proposta|posicao)
4 (contrato|proposta) … (anexo|assin*|em anexo)
4 (foi|voce foi|voces? sera) (\w+ )?(aprovad*|contratad*|selecionad*) (para|como)
""",
}

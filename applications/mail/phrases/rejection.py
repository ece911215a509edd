# ruff: noqa: E501 – a phrase is a line
"""The words of a refusal."""

PHRASES = {
    "en": r"""
5 (decided|chosen|chose|choose|elected|opted|selected|go|going|gone|went|proceed*|mov(e|ed|ing)|progress*|continu*|tak(e|en|ing)|pursu*|advanc*|prioriti*|settled|preferred|hired|appointed|accepted|offered|filled|identified|found|shortlisted) … {other} … {cand}
5 (go|going|gone|went|mov(e|ed|ing)|head*|tak(e|en|ing)|decid*|chos*) … (a|in) (different|another|new|other) direction
4 (proceed*|mov(e|ed|ing)|go|going|gone|progress*|continu*|advanc*|forward|ahead) … with (\w+ )?(candidates|applicants|those|people|someone) (whose|who|with|that|more|better)
4 {other} (candidate|applicant|finalist|person)* … (closer|closest|better|stronger|more|best|accept*|chosen|selected|hired|offered)
4 (go|going|gone|went|chose|chosen|hire|hired|hiring|select*|appoint*|found|offer*|identified) (\w+ )?(\w+ )?(\w+ )?someone
5 {not} (\w+ ){0,4}(mov(e|ing|ed)|go|going|proceed*|progress*|advanc*|continu*|pursu*|tak(e|ing|en)) (\w+ )?(\w+ )?(\w+ )?(forward|ahead|further|with|to the next|your|you|on)
5 {not} (\w+ ){0,2}(progress*|proceed*|advanc*|pursu*|taken further)
5 {not} (\w+ ){0,4}(selected|shortlisted|short-listed|successful|chosen|considered|progressed|retained|advanced|hired|appointed|put forward|picked|longlisted)
5 {not} (\w+ ){0,4}(offer|invite|extend|give) (you )?(\w+ ){0,4}({role}|interview|employment|place|offer)
4 {not} (\w+ ){0,3}inviting you
4 {not} (\w+ ){0,4}(fit|match)
4 {not} (\w+ ){0,4}(match*|meet|fit|align*|satisfy|suit|reach) … (requirements?|needs?|criteria|looking|{role}|threshold|profile|bar|standard)
4 {not} (\w+ ){0,3}(fill*|hiring|hire|recruit*) … ({role}|now|moment|it|this)
4 {not} (been )?(the )?(right|best) (fit|person|candidate|time|match|one)
4 {not} (pass|make it|make the cut|reach the|get the|gone our|work out|get through|make it through|able to place)
5 (you|application|candidacy|candidature|interview) … (was|were|been|are|is) (\w+ )?unsuccessful
5 unsuccessful (on|in|at|this|with|for)
5 (application|candidacy|status) … (rejected|declined|turned down|unsuccessful|denied|discontinued)
5 status … (closed|rejected|declined|unsuccessful)
5 {role} (\w+ ){0,6}(has|have|had|was|were|is|are|got|been) (\w+ ){0,3}(filled|cancel*|withdrawn|eliminated|removed|frozen|taken|gone|offered to|scrapped|pulled)
4 {role} (\w+ ){0,8}(has|have|was|were|is|are|been) (\w+ ){0,3}(closed|on hold|on ice|paused|suspended|discontinued|shelved)
4 (filled|filling|cancel*|closed|closing|withdrawn|withdraw|frozen|paused|pausing|stopped|abandoned|scrapped|appointed|appoint) (the|this|our|that|to the|to this) (\w+ )?(\w+ )?{role}
4 (put|placed|placing|putting) … {role} on hold
4 appointed (an?|the|another|someone)
4 no longer (\w+ ){0,2}(available|open|hiring|recruiting|under consideration|in consideration|being considered|considered|considering|active|a candidate|in the running|looking to fill|seeking|pursuing|needed|required|exist*|going)
3 (hiring|recruitment|recruiting|headcount) freeze
5 (rescind*|withdraw*|revok*|retract*|cancel*|pull*) … (offer|offer letter)
5 offer … (rescinded|withdrawn|revoked|retracted|void|no longer (valid|stands?|available))
4 (pass|passing|passed) on (your|this|you|moving)
5 (decided|chosen|elected|opted|choosing|decision|intend) (\w+ )?(\w+ )?not (to )?
4 decided against
4 (end|ending|ended|concluded?|concluding|clos(e|ed|ing)|stop|stopping) (the|your|our|this) (\w+ )?(process|application|candidacy|candidature|search)
4 (applications?|candidac(y|ies)) (\w+ ){0,3}(closed|discontinued)
4 (preferred|first choice|chosen|successful) … (has|have) … accepted
4 (is|was|goes|went) (\w+ )?(to )?another (candidate|applicant)
3 (turn|turned|turning) (you|your application) down
4 say no
3 regret* (to|that)
3 regrettably
2 unfortunately
1.5 (sadly|alas)
3 (sorry|sad) (to|that) (say|tell|inform|let|have|you|we|disappoint|bring|share|be the bearer)
2 (sorry|apolog*) … (news|disappoint*)
2 (not|is not) the (news|outcome|answer|result|response|reply) (\w+ ){0,4}(hop|want|look|expect)*
2 (disappoint*|bad news|hard news|tough news)
2 (difficult|tough|hard|not easy|close) (\w+ )?(decision|choice|call)
1 (on this occasion|this time around|at this time|this time|at this point|at present|right now|at the moment)
2 (keep|hold|retain*|keeping) (your|you) (\w+ ){0,4}(on file|in mind|in our (talent|database|files))
1.5 talent (pool|community|network|bank)
1 future (openings?|opportunit*|roles?|vacanc*|positions?|endeavou?rs?)
2 (wish*|luck|all the best|every success|best|success) … (search|endeavou?r*|elsewhere|out there|job hunt|career|future|pursuits?)
2 (strong|competitive|exceptional|high|large|impressive) (\w+ )?(pool|field|calibre|caliber|competition)
1.5 (encourage*|hope|welcome|invite) you (to|will) (re-?apply|apply (again|for|in)|consider)
1.5 (apply again|reapply|re-apply)
1 (impress*|appreciate*) … (but|however|although|while|despite|though)
1 (while|although|despite|even though) … (impress*|strong|background|experience|talent*|qualifi*)
3 (ended up|have) (hired|hiring|choosing|picking)
5 (someone|somebody|anyone|another person) else
4 (another|other|different|second|an outside|a fellow) (person|hire|profile|finalist|external)
4 runner-?up
4 (came|come|close|narrow) (\w+ )?second
4 (search|process|journey|recruitment|conversation) (\w+ )?(ends|stops|is over|has ended|has concluded|comes to an end|end here|stops here)
4 (cut|lost|pulled|froze*|withdrew|withdrawn) (\w+ )?(budget|funding|headcount|approval)
3 (budget|funding|headcount) … (cut|lost|pulled|frozen|withdrawn|removed|gone)
5 {not} (\w+ ){0,3}consider (your|you|applications?)
3 (hope|hoped) to bring better
3 (edged|pipped|outscored|narrowly)
3 (closer|stronger|deeper|more (relevant|direct|specific|recent|hands-on|senior)) (\w+ )?(experience|background|knowledge|skills|match|expertise)
3 (need*|require*|looking for|seeking|after) (someone|somebody|a candidate|candidates|a person) … (more|deeper|stronger|with)
3 encourag* … (again|another|other (roles|positions|openings))
4 (have|has) to (say|be a) no
4 (it is|this is|that is|a) (\w+ )?no (for|from|on|this|at)
4 will not be able (\w+ ){0,4}(offer|progress|move|proceed|continue|take|hire|bring)
4 (did|was|were|are|is|has|have) not (\w+ ){0,2}(quite )?(enough|score high|score well|align|land|the one)
4 (step|bow|stand) (back|away|down) from
3 (cannot|unable|not able|not) (\w+ ){0,3}(accommodate|proceed|sponsor|support)
3 (not|no) (\w+ )?(suitable|appropriate|relevant|a priority|open)
3 (door|doors) (is|are|remains?|stays?) (\w+ )?open
3 (reject*|declin*) your (application|candidacy)
2 (outcome|decision|feedback) (of|on|regarding|about) your (application|interview|candidacy)
2 (sincerely|truly|genuinely) (appreciate|thank)
3 (made|accepted|extended) (\w+ )?offer (to|with) (another|someone|a different)
5 offer … (to|accepted by) (another|someone|a different|the other)
4 (unsuccessful|reject*) (candidate|applicant|application)
5 (went|gone|given|awarded|goes) to (an?|another|the) (\w+ )?(colleague|internal|candidate|person|applicant|other|insider|someone|friend|different)
4 (focus|focusing|concentrate|concentrating) (\w+ )?on (\w+ )?(candidates|applicants|applications|profiles|those)
5 our (\w+ )?offer (\w+ )?(lapsed|expired)
4 (consider|regard) (the|this) (matter|offer|process) (\w+ )?closed
4 (below|short of|under|not reach|missed) (the|our) (\w+ )?(mark|threshold|bar|cut-?off|benchmark|standard)
5 (filled|filling) (all|every|both) (\w+ )?(\w+ )?(places?|spots?|seats?|positions?|roles?|openings?|vacanc*)
4 not (this|for us|at this|on this|the right) (time|occasion|round)
2 (i am|we are) afraid
4 (hire*|hiring|promot*|fill*|recruit*|appoint*) (\w+ )?(\w+ )?(from within|internally)
4 internal (hire|candidate|applicant|promotion|move|transfer|appointment|colleague)
5 {not} (\w+ ){0,4}(make|making|extending) (you )?(\w+ ){0,2}offer
4 (there is|is) no (longer )?(an? )?(\w+ )?({role}|need)( any ?more)?
4 no ({role}) (any ?more|any longer|left|available|to fill)
3 (sorry|afraid|unfortunately|regret*|sadly) … {not} … (you|your application|(this|the) (role|position|job)|forward|further)
4 (applicants|candidates) (\w+ )?(met|meet|matched|fitted|fit|scored|performed|were|are|had|have|came|demonstrated|showed) (\w+ ){0,4}(more|better|higher|closer|stronger|fully|stronger)
4 ({not}|nobody) (\w+ ){0,3}(continue|continuing) … (process|application|interviews?|candidacy)
4 (withdraw*|remov*|clos*|archiv*) your (application|candidacy|profile) (\w+ ){0,2}(from|for|as)
3 (hope|hoping) (you find|your search|your job search|to see you apply|our paths)
3 paths (\w+ )?cross
2 (better|closer|stronger) (suited|match|fit|aligned)
3 align more clos*
3 more clos* (\w+ )?(match*|align*|fit*|meet*)
3 (will|must|have to|need to|are) (\w+ )?part ways
4 (went|gone|going|go|decided|settled|opted|plumped) (\w+ )?(with|for|on|in favou?r of) (an?|the|another|one) (\w+ )?(\w+ )?(candidate|applicant|person|profile|colleague|contender|finalist)
4 not (\w+ ){0,2}(what|who|whom) (we|they|the team|the client|our client) (are|is|was|were|need*|look*|want*|had in mind)
4 {role} (\w+ ){0,4}(no longer|not) (\w+ )?(exist*|funded|approved|going ahead|going forward|needed|required)
4 (recruitment|hiring|recruiting|search|campaign|programme|program|project) (\w+ ){0,4}(cancell?ed|on hold|paused|stopped|suspended|abandoned|called off|discontinued|frozen|scrapped|shelved)
4 (decided|chosen|had|forced|obliged) to (\w+ )?(close|end|stop|cancel|halt|suspend|freeze|shelve|abandon|pause) (\w+ ){0,3}(hiring|recruit*|search|process|{role})
4 not (\w+ )?(among|on|part of|one of) (the|our|those) (\w+ )?(\w+ )?(shortlist*|selected|chosen|finalists|list|successful|candidates|applicants)
4 (ranked|placed|scored|rated) (\w+ )?(\w+ )?(below|behind|lower|outside)
4 (remov*|dropp*|exclud*|eliminat*) (you|your \w+) from
4 you (\w+ )?(lack|do not (\w+ )?(have|hold|possess|bring|meet|fit)(?! to))
4 closed (\w+ ){0,3}without (an? )?(\w+ )?(hire|hiring|appointment|filling)
4 (status|disposition|stage|outcome|result|decision)( changed)?( is| to)?:? (\w+ )?(closed|rejected|declined|unsuccessful|not (selected|successful|hired|shortlisted|progressed|proceeding|moving)|no longer)
4 (will|shall|are|do|can) not (be )?(\w+ )?(taking|take|carry|carrying|bring|bringing|putting|put) (you|your|this|it) (\w+ )?(\w+ )?(forward|further|on|ahead|to the next)
4 no (\w+ )?(match|place|spot|space|room|opening|vacancy) for (you|your)
4 (has|have|did) not (\w+ )?(made|make|make it|made it) (\w+ )?(to|onto|past|through|into) (the|our)
3 (must|have to|need to|sorry to) (\w+ )?disappoint
3 another (route|path|choice|option)
3 (outcome|news|answer) … (hoping for|hoped for|wanted to hear|were expecting)
3 (not|no) (\w+ )?(right|good|strong|close) (fit|match|enough)
4 (others|other (people|candidates|applicants)) … (closer|better|stronger|next round|ahead|instead|without you)
4 (nothing|no role|no roles|no opening|no openings|no vacancy) (\w+ ){0,4}(offer|suitable|suits?|match*|fit*|available)
4 closing (all|your|our|every) (\w+ )?(candidac(y|ies)|applications?|requisitions?|files?)
4 (budget|funding|headcount|approval) … (fell through|not approved|not granted)
4 (will be|there is|there will be|making|make) no (\w+ )?(hire|hiring|appointment|recruitment)
4 (need*|require*|wanted|sought|looked for|looking for) (\w+ )?(\w+ )?(more|deeper|stronger|broader|greater|further) (\w+ ){0,3}(experience|knowledge|skills|expertise|background)
4 (where|here|our ways|our paths) (\w+ )?part
5 (given|gave|offered|awarded) (the|this|your) {role} to
5 (given|gave|awarded) (the|this|your) (place|spot|seat) to
4 you (were|are) not (the|our) (\w+ )?(candidate|person|one|applicant|choice)
5 (picked|chose|selected|went with|took|hired|preferred|appointed) the other (one|candidate|person|finalist|applicant|two)
4 (more|less|too) (junior|senior|broad|narrow|specialised|specialized|general|experienced) (than|for) (we|what|the|this|us)
3 (over|under)-?qualified
""",
    "de": r"""
5 (fur|gegen) … (andere|anderen|einen anderen|eine andere|externen?|internen?) (\w+ )?(bewerb*|kandidat*|profil*|person*|mitbewerb*)
5 (ander*|weitere?n?) (bewerb*|kandidat*|mitbewerb*) … (entschieden|vorzug|fortsetzen|fortfuhren|gewahlt|ausgewahlt|passen*|vorgezogen)
5 anderweitig (\w+ )?(besetzt|vergeben|entschieden)
5 (stelle|position|vakanz|ausschreibung|posten) … (besetzt|vergeben|gestrichen|gestoppt|zuruckgezogen|geschlossen|entfallt|eingestellt|storniert)
5 nicht (\w+ ){0,5}(berucksichtig*|anbieten|entsprechen|weiterverfolg*|weiter verfolg*|einladen|in die engere|ausgewahlt|fortsetzen|fortfuhren|zusagen|in betracht|entschieden|weiterkommen|weiter berucksichtig*|gefallen|passen*|uberzeugt|einstellen)
5 (kein|keine|keinen|keinem) (\w+ ){0,4}(angebot|zusage|position|stelle|positive|anbieten|weiteren?|moglichkeit|passende*|einladung) … (anbieten|machen|geben|mitteilen|unterbreiten|sehen|aussprechen)
5 (bewerbung|unterlagen) … (abgelehnt|abgesagt|erfolglos)
5 (mussen|muss) (\w+ ){0,5}(absagen|absage|ablehnen)
4 (absage|absagen) (\w+ )?(erteilen|zu|fur ihre|auf ihre)
5 gegen (sie|dich) (\w+ )?(entschieden|ausgesprochen)
4 gegen (eine|ihre|deine) (zusammenarbeit|einstellung|bewerbung)
4 nicht mehr (\w+ ){0,2}(verfugbar|offen|im rennen|ausgeschrieben|zu besetzen)
4 (angebot|zusage) … (zuruckziehen|zuruckgezogen|zuruckzunehmen|zurucknehmen)
4 (bewerbungs|auswahl)(verfahren|prozess) … (beendet|eingestellt|abgebrochen)
3 bedauern
2 leider
1 (mitteilen|informieren) mussen
2 (alles gute|viel erfolg|viel gluck) … (zukunft|weg|suche|karriere|berufs*|stellensuche)
2 (fur|auf) (ihren|ihrem|deinen|deinem) weiteren (\w+ )?(weg|beruf*|lebensweg)
1 (talentpool|bewerberpool|bewerberdatenbank)
5 (entscheidung|wahl) (\w+ ){0,4}(auf|fur|zugunsten) … (mitbewerb*|andere*|bewerb*|kandidat*|jemand*|intern*|fiel|gefallen)
5 (zugunsten|zu gunsten) … (ander*|bewerb*|kandidat*|intern*)
4 (keine|nicht) (\w+ ){0,3}(positive|gute) (\w+ )?(nachricht*|ruckmeldung|antwort)
4 (jemand|jemanden|eine person) ander*
4 nicht (in frage|zum zuge|zum zug|erfolgreich|geklappt|mehr weiter|fur (sie|dich)|gereicht|einzuladen|aufnehmen|verlangern)
4 (intern|bereits|inzwischen|schon|mittlerweile) (\w+ )?(besetzt|vergeben)
4 (abschlagige|negative) (\w+ )?(antwort|nachricht|ruckmeldung)
3 (abstand|abgesehen|absehen) (\w+ )?(von|nehmen)
3.5 leider … (nicht|kein|keine|keinen|keiner|absag*)
4 (stelle|position|aufgabe) … nicht (\w+ )?(mit|an) (ihnen|sie|dich|dir)
4 nicht (mit|an) (ihnen|dir) (\w+ )?(zu )?besetz*
3 (bedauerlicherweise|zu unserem bedauern)
1 (trotz|obwohl) … (qualifi*|profil|eindruck)
1 keine (wertung|aussage) … (qualifikation|person)
""",
    "fr": r"""
5 ne (\w+ ){0,5}(donn*|apport*|reserv*) (\w+ ){0,3}(suite|reponse) (favorable|positive)
5 (pas|plus|ni) (\w+ ){0,5}(suite favorable|suite positive|retenu*|retenir|selectionn*|poursuiv*|donner suite|correspond*|convoqu*|proposer (un|le|ce|de) (poste|entretien))
5 (candidature|profil|dossier|demande) … (pas (ete )?(\w+ )?(retenu*|selectionn*|accept*)|rejete*|refuse*|ecarte*|declin*)
5 (retenu|choisi|privilegie|selectionne|preferre|recrute|poursuiv*|poursuite|continuer) … (autres?|un autre|d'autres) (\w+ )?(candidat*|profil*|personne*)
5 (poste|recrutement|offre|processus) … (pourvu|annule|suspendu|gele|ferme|cloture|plus disponible|plus a pourvoir)
4 suite (negative|defavorable)|reponse (negative|defavorable)
4 (renoncer|mettre fin|mettre un terme) … (candidature|processus)
4 (retirer|annuler|revenir sur) (\w+ ){0,3}(offre|promesse|proposition)
3 (regret de|au regret|regrettons)
2 (malheureusement|malgre (la|l'|le|tout|votre))
2 (bonne continuation|bonne chance|succes dans|plein succes|pleine reussite)
5 (privilegi*|retenu*|choisi*|favoris*|porte sur|porte son choix|tourn*) … (en interne|interne|un autre|une autre|d'autres|autre)
4 (n'avons|n'a|n'ont|n'est|ne pouvons|ne pourrons|ne souhaitons|ne sommes) (\w+ ){0,2}pas … (retenu*|poursuiv*|donner|suite|favorable|mesure|accepter|proposer|aller)
4 (n'a pas ete|pas ete|pas pu etre) (retenu*|selectionn*|accept*)
3 ne (correspond*|repond*) pas
3.5 malheureusement … (pas|ne|n'|aucun*)
4 (pas|ne) (\w+ ){0,4}(aller plus loin|plus loin|donner suite|y donner)
3 desole*
1 (vivier|base de donnees|conserver (votre|vos))
""",
    "es": r"""
5 no (\w+ ){0,5}(seleccionad*|elegid*|continu*|avanz*|ofrecer*|encaj*|ajust*|seguir*|prosegu*|considerad*|admitid*|superado|podemos|sido)
5 (candidatura|solicitud|perfil) … (rechazad*|descartad*|desestimad*|no (ha|fue|continu*|encaj*))
5 (elegido|seleccionado|decidido|optado|continuar|seguir|avanzar|apostar) … (otr[oa]s?) (\w+ )?(candidat*|perfil*|persona*|aspirant*)
5 (vacante|puesto|posicion|plaza|proceso|oferta) … (cubiert*|cancelad*|cerrad*|suspendid*|retirad*|ocupad*|paralizad*|ya no)
4 ya no (\w+ ){0,3}(disponible|vigente|activ*|abiert*|en consideracion)
4 (retirar|anular|cancelar) (\w+ ){0,2}oferta
3 (lamentamos|lamento|sentimos|lamentablemente|desafortunadamente|desgraciadamente)
2 por desgracia
1 (en esta ocasion|por el momento|esta vez)
4 (otra|otro) (candidat*|persona|perfil)
4 no (podemos|vamos a|hemos|te podemos|es posible) … (seguir|ofrecer*|continuar|avanzar|seleccionar*|contar)
3 (descartad*|descartar)
3.5 (lamentablemente|desafortunadamente|lamentamos|sentimos|desgraciadamente) … no
4 (elegid*|seleccionad*|escogid*) (ha sido|fue|es) (otr*)
4 otra persona
4 no (ha|has|fue|fuiste|hemos|vas|va) (\w+ ){0,4}(elegid*|seleccionad*|adelante|fase|finalista)
2 (suerte|exito*) … (busqueda|futuro|proyectos|carrera)
2 (guardaremos|conservaremos|tendremos en cuenta) … (cv|curriculum|datos|perfil|futur*)
4 (no|tampoco) (\w+ ){0,4}(resultado|resulto|favorable|adelante|encaje|positiv[ao])
4 (no ha sido|no fue|no fuiste|no has sido|no resulto) (\w+ ){0,3}
4 (continuar|seguir|avanzar|proceso) … (con )?(otros|otras|otro|otra) (candidat*|perfil*|person*)
3 (le|te) deseamos (\w+ )?(mucho|mucha|toda) (\w+ )?(exito|suerte)
""",
    "nl": r"""
5 niet (\w+ ){0,5}(uit te nodigen|verder te|te gaan|verder|doorgaan|geselecteerd|uitgenodigd|uitnodigen|aanbieden|gekozen|passend|aansluit*|in aanmerking|geschikt|aangenomen|voortzetten|doorgegaan|geworden)
5 niet (\w+ )?(met jou|met u|met je) (\w+ )?(verder|door)
5 (gekozen|kiezen|voorkeur|verder|door|gaan|doorgaan|aangenomen) … (andere?|anderen) (\w+ )?(kandida*|sollicitant*|persoon)
5 (vacature|functie|positie|baan|plek) … (vervuld|ingevuld|gesloten|ingetrokken|vervallen|geannuleerd|stopgezet|on hold|bevroren|niet meer)
5 (sollicitatie|je|u|procedure) … (afgewezen|afwijzen|afwijzing|beeindig*)
4 (aanbod|aanbieding) … (intrek*|ingetrokken)
4 (geen|een ander) (\w+ )?(match|vervolg|passende|kandidaat)
2 helaas
2 (spijt|jammer)
5 (inmiddels|reeds|al) (\w+ )?(vervuld|ingevuld|bezet|vergeven)
4 (keuze|keus) (\w+ ){0,4}(gevallen op|op een ander|iemand anders|andere)
4 iemand anders
4 (afwijzen|afgewezen|afvallen|teleurstellen|teleurgesteld)
4 niet (\w+ ){0,3}(volgende ronde|vervolg|verder gaan|overtuigd|door laten|match)
3.5 (helaas|jammer genoeg) … (niet|geen|andere?)
4 op een (andere?) (\w+ )?(kandida*|sollicitant*|persoon)
2 (succes|geluk|beste) … (zoektocht|toekomst|carriere|loopbaan|verder*)
1 (in portefeuille|talentpool)
""",
    "it": r"""
5 non (\w+ ){0,5}(proseguire|procedere|selezionat*|idone*|corrispond*|continuare|scelt*|in linea|offrir*|invitar*|accolt*|superat*|possibile|andare avanti|risultat*)
5 (scelto|deciso|selezionato|optato|preferito|proseguire|procedere) … (altr[oaie]) (\w+ )?(candidat*|profil*|person*)
5 (posizione|posto|ruolo|selezione|ricerca|annuncio) … (copert*|chius*|annullat*|sospes*|assegnat*|non piu|ritirat*)
5 candidatura … (respint*|rifiutat*|scartat*|non e)
4 (ritirare|revocare) (\w+ ){0,3}(offerta|proposta)
3 (spiacenti|dispiace|rammarico|dolenti|rincresce)
2 (purtroppo|sfortunatamente)
4 (un altro|altra|altri) (candidat*|profil*|persona)
4 non (e|sei|siamo|abbiamo|possiamo) (\w+ ){0,4}(selezionat*|stat*|idone*|grado|proseguire|offrire|scelt*)
3.5 (purtroppo|spiacenti|sfortunatamente) … (non|altr*)
2 (in bocca al lupo|migliori auguri|buona fortuna|successo|auguriamo) … (futuro|ricerca|carriera|professional*)
1 (terremo|conserveremo) … (cv|curriculum|profilo|dati)
5 (proseguire|procedere|continuare|avanti|scelto|optato|deciso) … (altri|altro|altra|altre) (\w+ )?(candidat*|profil*|person*)
4 non (\w+ ){0,4}(selezionat*|prosegu*|proced*|idone*|scelt*|dare seguito|in linea|possiamo|accolt*)
4 (posizione|selezione|ricerca|posto) … (chius*|copert*|annullat*|sospes*)
2 (purtroppo|siamo spiacenti|ci dispiace|spiacenti)
""",
    "pt": r"""
5 nao (\w+ ){0,5}(selecionad*|avanc*|prossegu*|seguir*|continuar*|aprovad*|escolhid*|oferecer*|corresponde*|foi|sera|contemplad*|daremos|sido)
5 (optamos|optar|optou|decidimos|escolhemos|seguir|selecionamos|avancar|prosseguir) … (outr[oa]s?) (\w+ )?(candidat*|perfi*|pessoa*)
5 (vaga|posicao|posto|cargo|processo|recrutamento) … (preenchid*|cancelad*|encerrad*|suspens*|fechad*|congelad*|ocupad*)
5 candidatura … (rejeitad*|recusad*|nao foi|indeferid*)
4 (retirar|cancelar|revogar) (\w+ ){0,2}(oferta|proposta)
3 (lamentamos|lamento|lamentavelmente)
2 infelizmente
4 (outro|outra) (candidat*|pessoa|perfil)
4 nao (\w+ ){0,3}(avancar|prosseguir|possivel|sera possivel|podemos|iremos)
3.5 (infelizmente|lamentamos) … (nao|outr*)
2 (sucesso|sorte|felicidades) … (futuro|carreira|percurso|busca|procura|profissiona*)
1 (banco de talentos|base de dados)
5 (seguir|avancar|prosseguir|continuar|optamos|decidimos) … (outr[oa]s?) (candidat*|perfil*|pessoa*)
4 nao (\w+ ){0,4}(selecionad*|aprovad*|avanc*|escolhid*|prossegu*|seguir|continu*)
4 (vaga|processo|posicao) … (preenchid*|cancelad*|encerrad*|suspens*)
2 (infelizmente|lamentamos)
""",
}

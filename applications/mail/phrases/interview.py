# ruff: noqa: E501 – a phrase is a line
"""The words of an invitation to talk, or a time for it."""

PHRASES = {
    "en": r"""
5 invit* (you )?(\w+ ){0,4}(to|for) (\w+ ){0,6}(interview|{meet}|meet*)
4 invit* … (interview|meet|{meet})
4 {glad} (\w+ ){0,4}to (\w+ ){0,2}((interview|meet|speak|talk|chat|discuss|sit down|catch up|connect|continue|hear more)( \w+){0,4} (you|your|with|by phone|on the phone|further|next|role|position|{day})|schedule|arrange|set up|get to know|bring you|see you|learn more about you|show you|have a (\w+ )?(call|chat|conversation|word))
4 {glad} (\w+ ){0,2}you to (\w+ ){0,2}(interview|meet|speak|talk|chat|come|visit|join (us|me) for)
4 (invite|have|bring|get|see|welcome) you (in|over|onsite|on-site|back|round|to our office*|to the office*|for a)
4 (schedul*|book*|arrang*|pick|choose|select|find|set up|organi*|reserve|grab|put in|pencil*|fix) (\w+ ){0,6}(interview|call|times?|slots?|meeting|chat|conversation|date|screen|day)
4 (are|would|will|when|what|which|do|does|let|how) (\w+ ){0,7}(available|availability|free to|free on|free for|free|works? (for|best|better|well)|suits?|convenient|good for you)
4 your (\w+ )?availab*
4 (share|send|give|suggest|propose|let (me|us) (know|have)) (\w+ ){0,5}(availability|times|slots|dates|days|when you)
3 (look|looking) forward to (\w+ )?(meeting|speaking|talking|seeing|chatting|our (chat|call|conversation|meeting|interview))
3 (see|speak|talk) (to )?(you|soon)( soon| then| on| at| tomorrow| there)
5 interview (\w+ ){0,3}(is|has been|was|have been|now) (\w+ )?(scheduled|confirmed|booked|arranged|set|moved|rescheduled|fixed|planned)
4 (confirm*|reminder|reschedul*|move|moving|moved|postpon*|bring forward|prepare for|details (of|for)|joining details|preparing for) … (interview|our (call|chat|meeting|conversation)|your (call|chat|meeting|conversation|slot))
4 your (\w+ ){0,3}(interview|phone screen|screening call) (\w+ ){0,5}(on|at|with|is|will|tomorrow|today|takes place)
3 interview (\w+ ){0,6}{day}
3 {meet} … {day}
3 {day} … {meet}
2 {day} (\w+ )?(\w+ )?at \d
1 {day}
4 (proposed|new|available|following|open|free|interview) (\w+ )?(times?|slots?|dates?)
4 (offer|give|propose) you (\w+ ){0,5}(slots?|times?|dates?)
3 interview (invitation|invite|request|confirmation|scheduled|slots?|times?|details|schedule)
3 invitation (to|for) (\w+ ){0,3}(interview|meet*|{meet})
1.5 ^invitation
3 ^(confirmed|updated invitation|accepted)
3 (second|third|final|first|next|2nd|3rd|last|technical|panel|another|onsite|on-site) (\w+ )?(round|interview|conversation|call|chat)
3 (moving|move|moved|progress*|advanc*|taking|take|put|proceed*|bring|invite) (you|your application|with you) (\w+ )?(\w+ )?(forward|ahead|on|through|to)
4 {glad} (\w+ ){0,4}(move|proceed|go|progress|advance|take) (\w+ ){0,2}(forward|ahead|you|your|to the next|with)
3 (you have|you are|you were) (\w+ )?(advanc*|progress*|moved|passed|made it|through) … (stage|round|step|interview*)
3 (moving|move|moved) (forward|ahead) (in|with|to) (the|your)
4 (selected|chosen|shortlisted|picked) (for|to) (\w+ ){0,4}{meet}
3 you (\w+ ){0,2}(shortlisted|short-listed)
4 (calendly|doodle|goodtime|cal\.com|youcanbook|savvycal|booking link|scheduling link|calendar link|my calendar)
3 (zoom|teams|google meet|webex|hangouts|skype|video|meet|dial-?in) (\w+ )?(link|invite|invitation|meeting|call|details)
3 invited to the following event
4 (come|coming|pop|stop|drop|swing) (in|into|by|to|back|over|onsite|along|for|down) … (meet|chat|interview|office|talk|trial|round|coffee|visit|{day})
4 trial (shift|day)
4 (video|on-demand|one-way|recorded) interview
3 record (your|yourself|a video|short)
3 {meet} (\w+ ){0,2}(with|to) (\w+ ){0,4}(hiring manager|team|cto|founder*|director|manager|head|lead|engineers?|recruiter|ceo|panel|us|me|colleague*|partners?)
3 (panel|hiring manager|team|manager|director|cto|founder*|head|we|i) (\w+ ){0,2}(would|will|wants?|looks?) (\w+ ){0,4}(see|meet|speak|talk|interview|chat|call)
3 (call|ring|phone) you (on|at|tomorrow|this|next|between|around)
2 phone (screen|interview|call)
2 (learn more|hear more|find out more) about (you|your)
2 (liked|loved|enjoyed|impressed) (\w+ )?(\w+ )?your (application|cv|resume|profile|portfolio|work|background|experience)
3.5 interview (panel|location|venue|link|room|day|appointment)
4 (you|your) (\w+ ){0,2}interviewers?
4 (drop|come|pop|stop|swing) (by|in|over|round|to) … (meet|{day}|office|studio|shop|team|us)
4 (see|meet|meeting|seeing) you (\w+ ){0,2}{day}
4 (call|ring|phone|speak|talk|chat|meet) (to |with )?(you|me|us) (\w+ ){0,3}{day}
4 (demo|sample|trial) (lesson|class)
4 (audition|assessment (centre|center|day))
4 (would|does|how about|is|could|can|shall) (\w+ ){0,4}{day}( \w+){0,5} (work|suit|ok|okay|good|convenient|fit)
4 (can|could|would) you (\w+ ){0,4}(make|do|manage|come|join|attend) … {day}
3.5 how about {day}
4 (time|date|slot|interview|appointment|meeting|call) … (moves?|moved|changed|shifted|stays|brought forward|pushed|rescheduled)
4 (talk|speak|chat|walk) (\w+ ){0,2}(through|about) (\w+ ){0,3}(experience|background|role|position|application|cv|resume|work)
4 (next|second|third|final|following) (round|stage|step) … (call|interview|chat|conversation|meet*|video|panel|onsite|on-site)
3 (join|joining) (the|this|us|our) … (zoom|teams|meet|call|link)
3 (made|make|through|progressed|advanced|on) (it )?(\w+ )?to (the|our) (next|second|final|interview) (round|stage|step)
4 (confirm|know|say) (\w+ ){0,3}(that )?you (can|will|could|are able to) (\w+ )?(attend|make it|come|join)
3.5 (hear|see|watch) your (\w+ )?(presentation|talk|lecture|pitch|lesson)
4 (your|the) calendar look
4 set up (\w+ ){0,3}(minutes|time|hour)
4 your (slot|time slot)
2.5 {day}[^\n]{0,40}\?
4 arriv* (\w+ ){0,3}(minutes )?early
4 (quick|short|brief) (word|call|chat|conversation|talk|phone call|video call) … ({day}|about your (application|cv|resume)|next|this week)
3 (bring|show) (\w+ )?(photo )?(id|passport|identification|portfolio)
3 speak (then|soon|to you then)
4 (link|address|directions|room|agenda) (\w+ ){0,4}(interview|our (call|chat|talk|meeting|conversation))
4 (here is|here are|find) … (link|details) … (call|interview|talk|meeting|chat)
1 (next step|next stage|good news|great news)
4 you will (be )?(\w+ )?(meet|meeting|speak|speaking|talk|talking|interviewed|seeing|see) (to |with |by )?(?!all|the requirements)\w+
3 (ask for (me|us|\w+)|check in|sign in|report|wait|go) (\w+ ){0,3}(at|to) (the )?(\w+ )?(reception|front desk|desk|gate|entrance|lobby)
4 (perfect|great|super|lovely|wonderful|excellent|okay|fine|sounds good|thanks|brilliant), … {day}
4 (let us|we can|shall we|we could) (do|make it|say|meet|talk|speak|go for|aim for) (\w+ ){0,3}{day}
4 (put|have|got|pencilled|penciled|noted|marked) (us|you|it|this) (\w+ )?(down )?(in )?for {day}
4 (come|coming|travel) (to|into) (our|the) (\w+ )?(office*|studio|lab|laboratory|site|plant|clinic|school|headquarters|shop|restaurant|ward|store)
4 (invit*|ask|asking|like|want|love) you (to )?(come|attend|join|take part in|participate in|an?) … (selection day|panel|interview|conversation|meeting|call|onsite|on-site|tour|round)
3 (have|got|find|spare) (\w+ ){0,3}(minutes|half an hour|hour|time|moment) (\w+ ){0,3}(to (talk|speak|chat|meet|discuss)|{day}|for (an?|our|us))
4 (directions|parking|arrive|dress|badge|floor|entrance) … interview
4 interview … (directions|parking|floor|building|entrance|arrive|bring|panel|room)
4 (move|moving|shift|push|swap|change) (\w+ ){0,3}(to|until|for) {day}
4 {glad} for you to (meet|have|talk|speak|see|come|visit|join|spend)
4 (are|will) you (\w+ )?(around|free|in town|about|reachable) (\w+ )?{day}
4 {day} (\w+ ){0,3}it is
4 (spend|spending) (\w+ ){0,4}(day|morning|afternoon|hour|hours|time) (\w+ )?(with|at|in|on) (us|the|our)
2 (is|would) {day} (\w+ )?(possible|ok|okay|good|fine|all right|alright)
""",
    "de": r"""
5 (laden|lade|einladen|einladung|eingeladen) … (gesprach*|vorstellungsgesprach*|interview*|kennenlern*|telefonat*|termin|probe*|videocall|ein$)
5 (vorstellungs|bewerbungs|kennenlern|telefon|video|auswahl)(gesprach|interview|termin) … (einladen|laden|am|um|vereinbaren|bestatig*|verschieb*|termin|uhr)
4 (einladung|termin*|bestatigung) (\w+ ){0,3}(zum|zur|fur|ihres|des|vorstellung*|gesprach*|interview*)
4 (mochten|wurden|wollen|freuen) (\w+ ){0,6}(kennenlernen|kennen lernen|kennenzulernen|sprechen|einladen|unterhalten|austauschen|einzuladen)
4 (wann|welcher|welche|ob) (\w+ ){0,5}(zeit|passt|passen|verfugbar|termin*|moglich|konnen)
4 (hatten|haben|hast|passt|waren) (sie|du|es|ihnen|dir) (\w+ ){0,6}(zeit|verfugbar|moglich|telefon*|gesprach|uhr)
4 (termin|gesprach|telefonat|slot) (\w+ ){0,4}(vereinbar*|vorschlag*|wahlen|buchen|auswahlen|ausmachen|finden|abstimmen|statt|verschieb*)
4 (passt|passen) (ihnen|dir|es ihnen|es dir)
3 (montag|dienstag|mittwoch|donnerstag|freitag|\d{1,2}\. ?(\d{1,2}|januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember)) … um \d
3 um \d{1,2}([:.]\d\d)? uhr
4 (telefonieren|sprechen|treffen|videocall|videogesprach|telefoninterview|online-gesprach|gesprach|kennenlernen|kennenlerngesprach) … (uhr|montag|dienstag|mittwoch|donnerstag|freitag|woche|morgen|per video|teams|zoom)
4 (montag|dienstag|mittwoch|donnerstag|freitag|morgen) … (telefonieren|sprechen|treffen|gesprach|kennenlern*|vorbeikommen|zeit|persona*)
4 (vorbei|vorbeikommen|vorbeizukommen|zu uns kommen)
4 (vorstellungstermin|gesprachstermin|interviewtermin|bewerbungsgesprach|vorstellungsgesprach)
3 (probearbeit*|probetag|schnuppertag|hospitation)
3 (zweite|zweites|zweiten|nachste) (\w+ )?(gesprach*|runde|interview)
2 (freuen|freue) (\w+ ){0,4}(gesprach|kennenlernen|treffen)
1 (profil|unterlagen|bewerbung) … (gefallt|gefallen|uberzeugt|angesprochen|interessant)
4 (lernen|lerne) (\w+ ){0,3}(sie|dich|uns) (\w+ ){0,3}(persona*|gerne|gern|kennen|naher)
4 (einladung|eingeladen|zweitgesprach|zweiten runde|zweite runde|videokonferenz)
4 (gesprach|interview|termin|telefonat|treffen) (\w+ ){0,4}(am|um) (\w+ )?\d
4 (bestatige*|bestatigen) … (termin|gesprach|uhr)
""",
    "fr": r"""
5 (inviter|invitons|invite|convier|convions|convoqu*|recevoir|rencontrer|convocation) … (entretien|rencontre|echange|rendez-vous|visio*|appel|\d{1,2} ?h|lundi|mardi|mercredi|jeudi|vendredi)
4 (souhait*|aimer*|serions|ravis|plaisir|voudr*|desir*) (\w+ ){0,6}(rencontrer|echanger|entretien|recevoir|convier|discuter|connaissance|parler)
4 (convenir|fixer|planifier|organiser|programmer|caler|proposer|confirm*|reporter|deplacer) (\w+ ){0,5}(entretien|rendez-vous|echange|appel|creneau*|date|entrevue)
4 entretien (\w+ ){0,4}(aura lieu|le|est|fixe|prevu|confirme|avec|telephonique|programme)
4 (disponible|disponibilites?|dispo|libre) … (\?|semaine|lundi|mardi|mercredi|jeudi|vendredi|entretien|echange|appel|creneau*|\d{1,2} ?h|prochains? jours?)
4 (vos|tes|quelles sont) (\w+ )?(disponibilites|disponibilite)
3 (creneau|creneaux)
3 (second|deuxieme|prochain|premier) (entretien|tour|echange)
3 proposition d'entretien
4 (confirm*|rappel*) … (entretien|rendez-vous|echange|rencontre)
4 (entretien|rendez-vous|echange|rencontre|appel|visio*) … (lundi|mardi|mercredi|jeudi|vendredi|demain|\d{1,2} ?h)
4 (etape suivante|prochaine etape|seconde etape) … (entretien|rencontre|echange)
3 quand (\w+ ){0,3}(libre|disponible|dispo)
3 retenu (\w+ )?(toute )?(notre|mon) attention
3 (lundi|mardi|mercredi|jeudi|vendredi) … a \d{1,2} ?h
4 (entretien|echange|rencontre|rendez-vous|appel) … (le \d{1,2}|a \d{1,2} ?h|semaine prochaine)
4 (faire (votre|ta) connaissance|vous rencontrer|te rencontrer|echanger avec (vous|toi)|nos locaux)
4 (etes-vous|seriez-vous|serais-tu|es-tu) (\w+ )?(libre|disponible|dispo)
""",
    "es": r"""
5 (invitar*|invitamos|citar*|convocar*|convocamos|citamos|invitacion) … (entrevista|reunion|llamada|conversacion|charla|videollamada)
4 (gustaria|encantaria|queremos|quisieramos|deseamos|queriamos) (\w+ ){0,5}(conocer*|hablar|entrevistar*|entrevista|reunir*|charlar|llamada|agendar|verte)
4 (agendar|concertar|programar|coordinar|reservar|confirmar|reprogramar|fijar|cerrar|elige|escoge) (\w+ ){0,5}(entrevista|llamada|reunion|hora|cita|hueco|fecha|videollamada|horario)
4 (que|cual|cuando|tu|su|indicanos|dinos) (\w+ ){0,3}(disponibilidad|disponible|podrias|te viene|le viene|horario)
4 entrevista (\w+ ){0,5}(el|sera|sera el|queda|confirmada|con|programada) (\w+ ){0,2}(lunes|martes|miercoles|jueves|viernes|\d|proximo|dia|manana)
3 (segunda|siguiente|proxima|primera|ultima) (entrevista|ronda)
4 (lunes|martes|miercoles|jueves|viernes|manana) … a las? (\d|una)
4 (podemos|podriamos|podrias|puedes|puede|te va|quedamos|te viene) … (hablar|llamar*|vernos|entrevista|lunes|martes|miercoles|jueves|viernes|videollamada|reunir*|telefono)
4 (pasar|pasado|avanz*) … (entrevista|siguiente (fase|ronda|etapa))
4 entrevista … (lunes|martes|miercoles|jueves|viernes|las \d|proxim*)
2 disponibilidad
5 (entrevistar(te|le)|conocer(te|le) (mejor|en persona|personalmente))
4 (cuando|a que hora|que dia) … (podrias|podria|puedes|puede|vendria|estas|estaria|hablar)
4 (llamad[ao]|videollamada|reunion|charla|cita) … (lunes|martes|miercoles|jueves|viernes|dia \d|\d{1,2}:\d\d|las \d)
4 (dia|el) \d{1,2} de (enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)
""",
    "nl": r"""
5 (uitnodig*|nodigen|nodig|uitgenodigd|uitnodiging) … (gesprek*|kennismaking*|sollicitatiegesprek*|interview|koffie|meeloop*|uit)
4 (graag|willen|zouden|leuk) (\w+ ){0,5}(kennismaken|spreken|ontmoeten|leren kennen|uitnodigen|inplannen|praten)
4 (wanneer|welke|welk) (\w+ ){0,5}(tijd|schikt|beschikbaar|uitkomt|kan|kun|past|moment*)
4 (afspraak|gesprek|moment|tijdstip) (\w+ ){0,4}(inplannen|plannen|maken|bevestig*|verplaats*|verzet*|kiezen|staat)
4 (ben|bent|heb) (je|u) (\w+ ){0,6}(beschikbaar|tijd)
3 (kennismakings|sollicitatie|vervolg|tweede |telefonisch )gesprek
3 (maandag|dinsdag|woensdag|donderdag|vrijdag) … om \d
4 (langskomen|langs te komen|langs komen|bellen|belafspraak|videogesprek|kennismaking*)
4 (kun|kan|kunt) (je|u) (\w+ ){0,6}(komen|langs|gesprek|bellen|beschikbaar)
4 gesprek … (maandag|dinsdag|woensdag|donderdag|vrijdag|\d uur|morgen)
4 (kennis met|kennis te maken|maken kennis)
4 (past|schikt|lukt) (\w+ )?(maandag|dinsdag|woensdag|donderdag|vrijdag|het|dat|om)
3 (proefdag|meeloopdag)
2 (kijken|kijk) (\w+ )?uit naar (\w+ ){0,3}(gesprek|ontmoeting|kennismak*)
""",
    "it": r"""
5 (invitar*|invitiamo|convocar*|invito|convocazione) … (colloquio|incontro|intervista|chiamata|call|videochiamata)
4 (vorremmo|piacerebbe|lieti|desideriamo|volentieri) (\w+ ){0,5}(conoscer*|incontrar*|sentir*|parlar*|fissare|colloquio|organizzare)
4 (fissare|organizzare|programmare|confermare|prenotare|pianificare|spostare|fissato|confermato) (\w+ ){0,5}(colloquio|incontro|chiamata|appuntamento|call|videochiamata|data)
4 (quando|quali|tua|sua|che) (\w+ ){0,3}(disponibilita|disponibile|giorno|libero|preferisc*)
4 colloquio (\w+ ){0,5}(lunedi|martedi|mercoledi|giovedi|venerdi|alle|e confermato|con)
3 (secondo|prossimo|primo|ultimo) colloquio
4 (possiamo|potresti|potrebbe|puoi|va bene) … (sentir*|colloquio|chiamata|incontr*|lunedi|martedi|mercoledi|giovedi|venerdi)
4 colloquio … (lunedi|martedi|mercoledi|giovedi|venerdi|alle \d|domani)
4 (lunedi|martedi|mercoledi|giovedi|venerdi) … alle \d
2 disponibilita
4 (incontr*|conoscer*|sentir*|chiamata|call|videochiamata) … (lunedi|martedi|mercoledi|giovedi|venerdi|alle \d|prossima settimana|domani)
4 (vorremmo|ci piacerebbe|saremmo lieti|desideriamo) … (conoscer*|incontrar*|colloquio|parlare)
""",
    "pt": r"""
5 (convidar*|convidamos|convite|chamar*|convocar*|gostar*) … (entrevista|conversa|reuniao|chamada|videochamada|bate-papo)
4 (gostar*|adorar*|queremos|teriamos) (\w+ ){0,5}(conhec*|falar|conversar|entrevist*|agendar|marcar)
4 (agendar|marcar|confirmar|remarcar|reagendar|escolh*|combinar) (\w+ ){0,5}(entrevista|reuniao|conversa|horario|chamada|data|videochamada)
4 (que|qual|quando|sua|tua) (\w+ ){0,3}(disponibilidade|disponivel|convem|horario|da jeito)
4 entrevista (\w+ ){0,4}(sera|esta|agendada|marcada|confirmada|dia|na|no)
4 (podemos|podemos marcar|pode|poderia|seria possivel) … (falar|conversar|entrevista|reuniao|chamada|segunda|terca|quarta|quinta|sexta)
4 entrevista … (segunda|terca|quarta|quinta|sexta|as \d|amanha|\d{1,2}h)
3 (segunda|proxima|ultima|primeira) (entrevista|fase|etapa)
2 disponibilidade
4 (conversa|reuniao|chamada|bate-papo|encontro) … (segunda|terca|quarta|quinta|sexta|dia \d|as \d)
4 (conhecer|conhece-l[oa]|falar consigo|falar com voce) … (melhor|pessoalmente|segunda|terca|quarta|quinta|sexta|dia)
""",
}

# ruff: noqa: E501 – a phrase is a line
"""The words of somebody asking whether one would like to apply."""

PHRASES = {
    "en": r"""
5 (came across|come across|coming across|stumbled|found|noticed|saw|seen|looked at|reviewed|viewed|read|spotted|discovered|following) (\w+ )?(\w+ )?your (\w+ )?(profile|background|linkedin|github|resume|cv|experience|work|talk|portfolio|website|blog|post|article|details)
3 your (\w+ )?(profile|background|experience|github|skills|skillset|cv|resume) (\w+ ){0,3}(caught|stood out|impress*|looks?|seems?|match*|would be|is a|align*|could|fits?|on linkedin)
4 open to (\w+ )?(new|a|hearing|exploring|discussing|learning|other|opportunit*|roles?|chat*|talk*|connect*|change|work|considering|making)
5 (my|our|a|one of my|one of our) clients?
3 on behalf of
3 (we are|team is|i am|they are|currently|is|am|are) (\w+ )?(hiring|looking for|building|recruiting for|searching|growing|seeking|expanding|looking to (hire|add|grow|expand|fill))
3 (reach|reaching|reached) out (\w+ ){0,3}(because|about|regarding|to see|with|as|to you|on)
4 would you (\w+ )?(be )?(\w+ )?(interested|open|consider|like to (hear|learn|know)|want to hear|fancy)
4 (are|if) you (\w+ )?(are )?(currently |actively |still |at all )?(looking for|looking|open to|interested in (hearing|learning|exploring|a|this|new|discussing)|considering|in the market)
4 interested in (hearing|learning|exploring|discussing|chatting|new|finding out|knowing)
4 (would|might|could|does|any|is) (\w+ ){0,4}interest (you|to you|in)
4 (inmail|sent you a message|sent you an inmail)
5 (invite|encourage|love|like) you to apply
5 (consider|think about) (applying|joining)
3 (new|exciting|great|urgent|fantastic|amazing|interesting|confidential) (\w+ )?(\w+ )?(opportunity|role|position|opening|requirement|vacancy|challenge)
4 (thought|think|thinking) (of|about) you
3 {role} (\w+ ){0,4}(might|could|may|would|that) (\w+ )?(be |of )?(interest|suit|fit|right|perfect|great|good|match|a)
2 (great|good|perfect|strong|excellent|ideal) (fit|match|candidate)
4 (our|my) (\w+ )?(agency|client|clinic|company|firm|startup|start-up|team) (\w+ )?(has|have|wants|is looking|seeks|is seeking|is hiring|needs an?)
3 (reply|get back|respond|answer|send) (\w+ ){0,3}(with )?your (\w+ )?(cv|resume|rate)
3 (shifts|contracts?|gigs?|assignments?|freelance|perm|locum) (\w+ ){0,3}(available|at|for|in)
3 (i am|as) (an?|the) (\w+ ){0,4}(recruiter|headhunter|talent partner|talent scout|recruitment consultant|sourcer)
3 (share|send|forward) (\w+ )?(your )?(updated|latest|most recent|current) (cv|resume)
3 (worth|up for|open for|time for|quick|brief) (a )?(\w+ )?(chat|call|conversation)
2 (tell|telling|share|send) you more
2 (referred|recommended) (you )?to (me|us)
4 (caught|catches) (my|our) (eye|attention|interest)
4 (we|i) have (an?|\w+) (\w+ ){0,4}(opening|vacancy|role|position|contract|shift|need|requirement)
4 shall we (talk|chat|connect|speak)
4 (any|your) interest
4 (put forward|put you forward|represent you|submit your profile)
4 (keen|happy|like|want|curious|love) to (hear|know|learn|tell you|find out) (\w+ )?more
4 (got|have) an? (\w+ ){0,3}(contract|gig|role|job|opening|position) (\w+ )?(for you|in|at|with|near)
4 (outside|inside) ir35
4 (loved|like|liked|love|admire*) (\w+ )?your (portfolio|github|work|talk|blog|open-source|open source|writing|project*)
4 (we are|i am|is|are) (\w+ )?(hiring|looking for|seeking|recruiting) (an?|our (first|next))
3 (recruiter|recruiting|headhunter|talent (acquisition|scout|partner)) … (reach*|contact*|looking|found|noticed|hiring)
4 worth (\w+ )?(\w+ )?(minutes|chat|call|conversation|look|talk|time)
3 (believe|think|feel|suspect|guess) (that )?(you|it|this) (would|might|could|may) (\w+ )?(enjoy|like|fit|suit|interest|be)
4 (company|client|team|start-?up|scale-?up|firm|business) (that )?(i|we) (work with|represent|know|partner with)
4 (near|close to|local to) you … (position|job|role|shift|work|vacanc*)
4 (position|job|role|shift|work|vacanc*) … (near|close to) you
2 job description (below|attached)
3 (know|refer) (anyone|someone|somebody|a friend)
4 (your name (came|was|comes)|(interim|contract|freelance) (\w+ )?(and|role|position|assignment))
4 (want|happy|like) (me )?to (refer|introduce|recommend|forward|put)
4 (my|our) (company|team|firm|employer) (\w+ )?(has|have|is|are) (\w+ )?(open|hiring|growing|looking|expanding)
4 (is just|just|exactly) what (\w+ ){0,6}(needs?|looking|clients?)
1 (staffing|recruitment agency|headhunt*|talent agency)
1 (interested|curious)
4 (we|our agency|our company|our firm) (place|supply|staff|represent|recruit) (\w+ ){0,3}(teachers?|nurses|developers|drivers|engineers|candidates|people|professionals|staff|contractors|talent|workers|doctors|carers|accountants)
4 if (you are |you would be |this is |that is )?(interested|of interest|keen|curious),? … (send|share|reply|call|forward|drop|let|get|ring)
4 (send|share|give|call|text|ring|drop|message|write|contact) (us |me )… if (you are |this is |it is )?(interested|of interest|free|keen)
4 (looking|hiring|recruiting|searching) for (an?|our|new|experienced|several|some) … (interested|interest|open|fancy|appeal)
4 (referred|recommended|mentioned|suggested|gave|passed) (\w+ )?(me |us )?(your name|you to (me|us)|i (contact|reach|write|talk))
3 fancy (an?|working|joining|hearing|chatting)
3 (immediate|urgent) (need|requirement|opening|start|hiring|vacanc*)
3 clients? (\w+ )?(\w+ )?(needs?|like|wants?|seeks?|is looking|are looking|pays?)
3 (next|new) (challenge|career move|step in your career|adventure)
3 (sounds?|sound) (\w+ )?(interesting|good to you|like you|like something)
3 (our|my|join the|register with) (\w+ )?agency
4 (we|i) (fill|cover) (\w+ ){0,3}(shifts|roles|posts|jobs|assignments)
4 (saw|found|got|have|came across|given) your (name|contact|number)
4 (tempt|excite|intrigue) you
""",
    "de": r"""
5 (auf|uber) (ihr|dein|ihrem|deinem) (profil|linkedin*|xing*|lebenslauf) (\w+ ){0,3}(aufmerksam|gestossen|gefunden|gesehen|$)
5 (ihr|dein) (\w+ )?profil (\w+ ){0,6}(linkedin|xing|aufgefallen|entdeckt|gesehen|aufmerksam|gefunden)
4 (fur|im auftrag) (\w+ )?(\w+ )?(kunden|mandanten|unternehmen)
4 (suche|suchen|sucht) (\w+ ){0,6}(kunden|mandanten|verstarkung|sie|dich|eine|einen)
4 (hatten|haben|hast|hattest|besteht) (sie |du )?(\w+ )?(\w+ )?(interesse|lust)
3 (offen fur|wechselbereit|neue herausforderung|berufliche veranderung|wechsel)
4 (besetze|besetzen|rekrutiere|vermittle|betreue) (\w+ ){0,6}(position|stelle|kunden|rolle)
4 (grundsatzlich|generell|aktuell) (\w+ )?(offen|wechsel*)
3 (passen wurden|zu ihnen passt|passen konnte|ins profil)
5 fur (ein|eine|einen|unseren|meinen) (\w+ )?(unternehmen|firma|kunden|mandanten|klinik)\b … (suche|suchen|sucht)
4 (darf|durfte|kann|soll) ich (ihnen|dir|sie) (\w+ ){0,4}(stellenbeschreibung|details|schicken|senden|anrufen|vorstellen)
3 (spannende|interessante|neue) (\w+ )?(position|stelle|herausforderung|aufgabe|moglichkeit|vakanz|rolle)
""",
    "fr": r"""
5 (decouvert|vu|consulte|remarque|trouve|tombe sur|parcouru) (\w+ )?(votre|ton|vos) (\w+ )?(profil|cv|parcours|page|realisations)
5 (un|mon|l'un|notre|mes|nos) (\w+ )?(\w+ )?clients?
4 (a l'ecoute|ouvert*|interesse*) (\w+ ){0,4}(opportunite*|marche|\?|nouveau*|poste|echanger|discuter|propos*)
3 (je|nous) (recrut*|cherch*|recherch*)
3 (opportunite|nouveau defi|nouvelle opportunite)
3 a l'ecoute
3 votre profil (\w+ ){0,3}(pourrait|semble|correspond|interesse)
""",
    "es": r"""
5 (visto|encontrado|revisado|dado con|descubierto|vi|encontre) (\w+ )?(tu|su) (\w+ )?(perfil|cv|curriculum|experiencia|linkedin)
5 (nuestro|un|mi|para) (\w+ )?(\w+ )?cliente
4 (te|le) (\w+ )?(interesa*|interesaria|gustaria (saber|conocer|escuchar)|animas)
3 (estas|esta|estarias) (\w+ )?(abiert*|buscando|interesad*)
3 (oportunidad|busco|buscamos|buscando) (\w+ ){0,4}(laboral|perfil|para|profesional|un|una)
""",
    "nl": r"""
5 (kwam|zag|vond|gezien|tegengekomen|bekeken|stuitte) (\w+ ){0,4}(je|jouw|uw) (\w+ )?(profiel|cv|linkedin*)
5 (je|jouw|uw) (\w+ )?profiel (\w+ ){0,4}(tegen|linkedin|gezien|viel|trok)
5 (mijn|onze|een|voor een|opdrachtgever*) (\w+ )?(klant|opdrachtgever)
4 (sta|staat) (je|u) (\w+ )?open
4 (heb|heeft|interesse|zin) (\w+ ){0,3}(interesse|om eens|in een)
3 (nieuwe uitdaging|mooie kans|leuke functie)
3 (ik ben|wij zijn|we zijn|ik) (\w+ )?(op zoek|zoek)
""",
    "it": r"""
5 (visto|trovato|notato|letto|scoperto) (\w+ )?(il )?(tuo|suo) (\w+ )?(profilo|cv|curriculum)
5 (nostro|un|mio|per un) (\w+ )?cliente
4 (saresti|sarebbe|sei|ti) (\w+ )?(interessat*|apert*|interesserebbe|disponibile a valutare)
3 (opportunita|siamo alla ricerca|cerchiamo|cerco|stiamo cercando)
""",
    "pt": r"""
5 (vi|encontrei|encontramos|analisei|vimos) (\w+ )?(o )?(seu|teu) (\w+ )?(perfil|cv|curriculo)
5 (nosso|um|meu|para um) (\w+ )?cliente
4 (teria|tem|tens|estaria|esta) (\w+ )?(interesse|interessad*|abert*)
3 (oportunidade|procuramos|buscamos|estou a procura|estamos a procura)
""",
}

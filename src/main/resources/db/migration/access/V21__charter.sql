-- The charter that is there from the start; administrators publish their own over it.

insert into charter (version, language, text, published_at) values
(1, 'en', $charter$
This network belongs to everyone who works here. It is for asking, answering, proposing, finding each other and learning from one another, across departments, sites and countries. It works as long as each of us keeps to a few simple things.

1. **We sign.** What I write carries my name, and I stand by it. I speak for myself, not for the company, unless that is my task.
2. **We answer.** A question deserves an answer, even if it is “I do not know, ask Priya”. Whoever asks says thank you and tells the others what helped.
3. **We criticise things, not people.** Disagreement is useful and welcome. Contempt, insults, harassment and discrimination have no place here, whoever they come from and whoever they are aimed at.
4. **We protect.** No customer’s secret, no personal data, no photograph of anyone who has not agreed, nothing that belongs to somebody else. What is said in a closed community stays there.
5. **We take a breath.** Nobody has to read or answer in the evening, at the weekend or on leave. Silence is no reproach.

**Who reads what.** What is posted in an open community or on one’s own page can be read by all employees. What is posted in a closed community is read by its members only; the network’s administrators do not read along. Administrators see who has an account and what they themselves did, and their actions are kept in a list.

**When something goes wrong.** Everybody can mend or remove what they wrote. The owners of a community look after it and may remove what breaks this charter; they tell the author why. Whoever sees something hurtful or unlawful tells an owner or an administrator.

**Your part.** By accepting this charter you agree to it in its present wording. If it changes, you will be asked again. The date of your acceptance is kept.
$charter$, now()),
(1, 'fr', $charter$
Ce réseau appartient à toutes celles et tous ceux qui travaillent ici. On y demande, on y répond, on y propose, on s’y trouve et on y apprend les uns des autres, par-delà les services, les sites et les pays. Il vit tant que chacun respecte quelques principes simples.

1. **On signe.** Ce que j’écris porte mon nom, et je l’assume. Je parle pour moi, pas pour l’entreprise, sauf si c’est ma mission.
2. **On répond.** Une question mérite une réponse, même « je ne sais pas, voyez Priya ». Qui a demandé remercie et dit aux autres ce qui a aidé.
3. **On critique les choses, pas les gens.** Le désaccord est utile et bienvenu. Le mépris, l’insulte, le harcèlement et la discrimination n’ont pas leur place ici, d’où qu’ils viennent et qui qu’ils visent.
4. **On protège.** Ni secret de client, ni donnée personnelle, ni photo sans accord, rien qui appartienne à autrui. Ce qui se dit dans une communauté fermée y reste.
5. **On souffle.** Personne n’est tenu de lire ni de répondre le soir, le week-end ou en congé. Le silence n’est pas un reproche.

**Qui lit quoi.** Ce qui est publié dans une communauté ouverte ou sur sa propre page peut être lu par tous les salariés. Ce qui est publié dans une communauté fermée n’est lu que par ses membres ; l’administration du réseau ne lit pas par-dessus leur épaule. Elle voit qui a un compte et ce qu’elle a fait elle-même, et ses actions sont consignées.

**Quand quelque chose ne va pas.** Chacun peut corriger ou retirer ce qu’il a écrit. Les propriétaires d’une communauté en prennent soin et peuvent retirer ce qui enfreint cette charte, en disant pourquoi à son auteur. Qui voit quelque chose de blessant ou d’illégal prévient un propriétaire ou l’administration.

**Votre part.** En acceptant cette charte, vous y adhérez dans sa rédaction actuelle. Si elle change, votre accord vous sera redemandé. La date de votre acceptation est conservée.
$charter$, now());

"""Forms that no rule reaches: groups of a lemma and its forms, apart by bars."""

from __future__ import annotations

_VERBS = """
arise arose arisen | awake awoke awoken | bear bore borne born | beat beaten | become became | begin began
begun | bend bent | bet | bid bade bidden | bind bound | bite bit bitten | bleed bled | blow blew blown |
break broke broken | breed bred | bring brought | broadcast broadcasted | build built | burn burnt | burst
| buy bought | cast | catch caught | choose chose chosen | cling clung | come came | cost | creep crept |
cut | deal dealt | dig dug | do did done does doing | draw drew drawn | dream dreamt | drink drank drunk |
drive drove driven | dwell dwelt | eat ate eaten | fall fell fallen | feed fed | feel felt | fight fought
| find found | flee fled | fling flung | fly flew flown | forbid forbade forbidden | forecast forecasted |
foresee foresaw foreseen | forget forgot forgotten | forgive forgave forgiven | forgo forwent forgone |
forsake forsook forsaken | freeze froze frozen | get got gotten | give gave given | go went gone goes gon
| grind ground | grow grew grown | hang hung | have had has having 've | hear heard | hide hid hidden |
hit | hold held | hurt | keep kept | kneel knelt | know knew known | lay laid | lead led | lean leant |
leap leapt | learn learnt | leave left | lend lent | let | lie lay lain lying | light lit | lose lost |
make made | mean meant | meet met | mislead misled | mistake mistook mistaken | misunderstand
misunderstood | outdo outdid outdone | overcome overcame | override overrode overridden | oversee oversaw
overseen | overtake overtook overtaken | overthrow overthrew overthrown | pay paid | plead pled | prove
proven | put putting | quit | read | rebuild rebuilt | redraw redrew redrawn | repay repaid | rethink
rethought | rewrite rewrote rewritten | rid | ride rode ridden | ring rang rung | rise rose risen | run
ran | say said | see saw seen seeing | seek sought | sell sold | send sent | set | sew sewn | shake shook
shaken | shed | shine shone | shoot shot | show shown | shrink shrank shrunk | shut | sing sang sung |
sink sank sunk | sit sat | slay slew slain | sleep slept | slide slid | sling slung | slit | smell smelt |
sow sown | speak spoke spoken | speed sped | spell spelt | spend spent | spill spilt | spin spun | spit
spat | split | spoil spoilt | spread | spring sprang sprung | stand stood | steal stole stolen | stick
stuck | sting stung | stink stank stunk | stride strode stridden | strike struck stricken striking |
string strung | strive strove striven | swear swore sworn | sweep swept | swell swollen | swim swam swum |
swing swung | take took taken | teach taught | tear tore torn | tell told | think thought | throw threw
thrown | thrust | tread trod trodden | undergo underwent undergone | understand understood | undertake
undertook undertaken | undo undid undone | uphold upheld | upset | wake woke woken | wear wore worn |
weave wove woven | weep wept | win won | wind wound | withdraw withdrew withdrawn | withhold withheld |
withstand withstood | write wrote written | wring wrung | be is are was were been being am 's 're 'm |
need needed | proceed proceeded | succeed succeeded | exceed exceeded | heed heeded | seed seeded | weed
weeded | die died dies dying | lie lied lies | wane waned waning | style styled styling | waste wasted
wasting | fulfill fulfilled fulfil | tie tied ties | vie vied vies | program programmed programming |
handicap handicapped | kidnap kidnapped kidnapping | worship worshipped worshipping | panic panicked
panicking | mimic mimicked mimicking | picnic picnicked | traffic trafficked trafficking | veto vetoed
vetoing | ski skied skiing | age aged ageing aging | argue argued arguing | eye eyed eyeing | singe
singeing | dye dyeing | use used using | owe owed owing | sue sued suing | ensue ensued ensuing | axe axed
axing | ax | ice iced | ally allied | belie belied belies | underlie underlay underlain underlying
underlies | tow towed | hoe hoed | toe toed | bus bused | gas gassed | focus focused focusing focuses
focussed | bias biased | harass harassed | bus bussed | canvass canvassed | quiz quizzed quizzes | ban
banned banning bans | plan planned planning | bare bared baring | hope hoped hoping | miss missing missed
| rest resting rested | want wan wanna | offset | prepay prepaid | reset | underwrite underwrote
underwritten | underpin underpinned | outlaw outlawed | dispatch dispatched | do 'd
"""

_NOUNS = """
man men | woman women | child children | foot feet | tooth teeth | goose geese | mouse mice | ox oxen |
wife wives | life lives | knife knives | leaf leaves | half halves | wolf wolves | thief thieves | shelf
shelves | self selves | loaf loaves | calf calves | hoof hooves | crisis crises | analysis analyses |
basis bases | thesis theses | axis axes | oasis oases | diagnosis diagnoses | hypothesis hypotheses |
synthesis syntheses | parenthesis parentheses | emphasis emphases | criterion criteria | phenomenon
phenomena | curriculum curricula | memorandum memoranda | referendum referenda | stratum strata | nucleus
nuclei | stimulus stimuli | alumnus alumni | fungus fungi | appendix appendices | index indices | matrix
matrices | vertex vertices | tie ties | lie lies | pie pies | die dice | bus buses | gas gases | movie
movies | cookie cookies | zombie zombies | rookie rookies | calorie calories | veto vetoes | hero heroes |
embargo embargoes | torpedo torpedoes | potato potatoes | tomato tomatoes | echo echoes | cargo cargoes |
coup coups | chassis | corps | base bases | lens lenses | atlas atlases | kiss kisses
"""

_ADJECTIVES = """
good better best | bad worse worst | far farther further farthest furthest | little less least | many more
most | old elder eldest
"""


def _table(text: str) -> dict[str, str]:
    """Every form → its lemma, the first word of its group; the first group that has a form wins."""
    found: dict[str, str] = {}
    for group in text.replace("\n", " ").split("|"):
        forms = group.split()
        for form in forms:
            found.setdefault(form, forms[0])
    return found


VERBS = _table(_VERBS)
NOUNS = {**_table(_NOUNS), "bases": "base"}
ADJECTIVES = _table(_ADJECTIVES)
AUXILIARIES = {
    "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "being": "be", "am": "be", "'s": "be",
    "'re": "be", "'m": "be", "ai": "be", "has": "have", "had": "have", "have": "have", "having": "have",
    "'ve": "have", "'d": "would", "does": "do", "did": "do", "do": "do", "done": "do", "doing": "do", "ca":
    "can", "can": "can", "could": "could", "wo": "will", "will": "will", "'ll": "will", "would": "would",
    "sha": "shall", "shall": "shall", "should": "should", "may": "may", "might": "might", "must": "must",
    "got": "get", "gets": "get", "getting": "get", "get": "get",
}  # fmt: skip
PRONOUNS = {
    "him": "he", "them": "they", "'em": "they", "me": "I", "i": "I", "us": "we", "these": "this", "those":
    "that", "an": "a", "whom": "who",
}  # fmt: skip

// Words of which common passwords are made, in lower case and without appended digits, which are stripped before the
// look-up. English, Russian and Kazakh (Cyrillic and transliterated), names, places, teams, keyboard walks.

const WORDS = `
password passwort passwd passw0rd pass passe passport passphrase passcode parole parol parola paroli motdepasse contrasena
senha wachtwoord losenord salasana haslo jelszo heslo mypassword mypass yourpassword thepassword newpassword oldpassword
password1 pass1234 temppass temporary tempo temp default changeme changeit change please letmein letmeinnow openup open
opensesame sesame secret secrets topsecret mysecret private secure security secured unlock locked access accessdenied
login logon signin signup welcome welcomeback hello helloworld hithere goodbye bonjour guest visitor user username users
admin administrator admins adminadmin root rootroot toor superuser sysadmin system systems operator manager master
masterkey mastermaster webmaster server service services database oracle postgres mysql mssql sqlserver mongo redis
cisco router switch modem linux ubuntu debian windows winxp microsoft apple iphone ipad macbook android google googled
gmail yahoo hotmail outlook facebook twitter instagram telegram whatsapp youtube amazon netflix spotify skype vkontakte
odnoklassniki mailru yandex rambler kaspi kaspikz kaspibank halyk halykbank beeline kcell tele activ megafon samsung
nokia xiaomi huawei lenovo toshiba sony playstation xbox nintendo dell asus acer intel nvidia radeon internet wifi
network computer computers laptop desktop keyboard monitor printer mouse software hardware developer programmer coder
coding developer testing tester test testtest test1234 testing123 testuser demo demodemo example sample trial backup
support helpdesk office company business money dollar dollars euro tenge ruble bitcoin crypto blockchain ethereum bank
banking finance account accounts accounting budget invoice payment salary sales market marketing director boss chief
president minister student teacher school university college institute class library hospital doctor nurse police
qwerty qwertyu qwertyui qwertyuio qwertyuiop qwertz qwertzuiop azerty azertyuiop qwert qwer asdf asdfg asdfgh asdfghj
asdfghjk asdfghjkl zxcv zxcvb zxcvbn zxcvbnm qazwsx qazwsxedc qazxsw wsxedc qweasd qweasdzxc asdzxc asdqwe zaqwsx zaqxsw
zaq1zaq1 zaq12wsx 1qaz2wsx 1q2w3e 1q2w3e4r 1q2w3e4r5t 1qazxsw2 q1w2e3 q1w2e3r4 q1w2e3r4t5 qwe123 123qwe 123qweasd
qwer1234 1234qwer asd123 123asd abc123 123abc abcd1234 1234abcd a1b2c3 a1b2c3d4 aa123456 a123456 a12345678 qq123456
aaa111 abcabc abcdef abcdefg abcdefgh abcd xyz xyz123 asdasd qweqwe zxczxc qqqqqq wwwwww aaaaaa zzzzzz xxxxxx poiuyt
poiuytrewq lkjhgf lkjhgfdsa mnbvcxz mnbvcx poiu lkjh rewq fdsa ytrewq gfdsa trewq qwaszx qazqaz wsxwsx edcrfv rfvtgb
p@ssword p@ssw0rd pa$$word pa55word pa55w0rd passw0rd p4ssword p4ssw0rd passwrd pword pwd letme1n l3tmein adm1n
iloveyou iloveu iloveme ilovemyself ilovegod ilovejesus ilovehim iloveher ilovemom ilovekz lovely loveyou loveme lover
lovers loverboy lovergirl lovelove mylove mylife mylord truelove onelove lovehurts love amor amore amour teamo tequiero
mahal mahalkita jetaime liebe liebling schatz sweetheart sweety sweetie sweet sweetness honey honeybee babe baby babyboy
babygirl babydoll babycakes darling dear dearest kisses kissme kiss hugs hugme heart hearts heartbreak forever foreverlove
always together friend friends friendship friendster bestfriend bestfriends bff family mother father mommy mommy daddy
mama papa mamapapa mamamama brother sister sisters brothers grandma grandpa auntie uncle wife husband marriage wedding
bride children child kids boys girls boy girl boyfriend girlfriend woman women gentleman lady ladies queen king prince
princess kingdom royal emperor duchess knight knights warrior warriors soldier general captain major sergeant marine army
monkey monkeys dragon dragons tiger tigers lion lions lioness eagle eagles falcon falcons hawk hawks bear bears wolf
wolves wolverine fox foxes foxy rabbit bunny bunnies kitten kittens kitty kittycat cat cats catdog dog dogs doggie doggy
puppy puppies horse horses pony ponies mustang stallion cow cows pig piggy pigs chicken chickens rooster duck ducks ducky
turtle turtles tortoise snake snakes cobra viper python anaconda shark sharks dolphin dolphins whale orca fish fishing
fisherman goldfish penguin penguins panda pandas koala kangaroo elephant giraffe hippo rhino zebra leopard panther
panthers jaguar jaguars cheetah cougar bobcat bobcats lynx puma gorilla chimp monkeyman spider spiders scorpion butterfly
butterflies ladybug bumblebee bee bees hornet hornets ant ants cricket beetle frog frogs froggy toad lizard iguana gecko
dinosaur trex raptor raptors phoenix unicorn unicorns pegasus griffin werewolf vampire vampires zombie zombies monster
monsters demon demons devil devils diablo satan lucifer angel angels angelo angelito archangel heaven hell hellfire
heavenly god goddess godzilla godbless jesus jesuschrist christ christian christmas church bible faith faithful grace
blessed blessing prayer spirit spiritual holy saint saints trinity gospel miracle allah allahuakbar bismillah muhammad
mohammed mohamed islam muslim ramadan quran alhamdulillah inshallah mashallah buddha krishna shiva ganesh om namaste
sunshine sunny sun sunset sunrise sunflower sunday monday tuesday wednesday thursday friday saturday weekend holiday
january february march april may june july august september october november december spring summer summertime autumn
winter season snow snowball snowflake snowman snowboard rain rainbow rainbows raindrop storm stormy thunder lightning
cloud clouds sky skyline skywalker star stars starlight starbucks stardust stargate startrek starwars superstar moon
moonlight moonshine mooncake earth world planet planets mars venus jupiter saturn mercury neptune pluto galaxy universe
cosmos comet orion space spaceman rocket rockets shuttle apollo nasa ocean oceans sea seaside beach beaches island river
lake water waterfall fire fireball firefly fireman firebird flame flames ice iceman icecream icecube mountain mountains
forest tree trees garden flower flowers rose roses rosebud lily lilies daisy daisies tulip violet violets orchid jasmine
lavender blossom cherry cherries berry strawberry blueberry raspberry blackberry banana bananas orange oranges apples
peach peaches peachy lemon lemons lime mango melon watermelon pineapple coconut grape grapes kiwi tomato potato carrot
pumpkin onion pepper peppers ginger garlic sugar sugarbaby candy candyman chocolate choco cookie cookies cupcake muffin
cake pancake donut biscuit brownie pudding butter butterball butterscotch cheese cheesecake burger hamburger pizza pasta
spaghetti noodle noodles sushi taco tacos burrito nacho bacon sausage steak turkey sandwich popcorn peanut peanuts
almond coffee espresso latte cappuccino mocha tea greentea milk milkshake juice cola cocacola pepsi sprite fanta redbull
beer budweiser corona heineken guinness wine whiskey whisky vodka tequila martini brandy champagne jackdaniels marlboro
red blue green yellow black white orange purple pink pinky brown silver gold golden goldfinger goldie diamond diamonds
crystal emerald ruby sapphire pearl amber jade topaz opal platinum bronze copper iron ironman steel steelers metal
metallica megadeth slipknot korn nirvana acdc slayer pantera ironmaiden blacksabbath pinkfloyd beatles elvis eminem
rihanna beyonce shakira madonna britney justin bieber michaeljackson bobmarley tupac snoopdogg fiftycent linkinpark
greenday blink182 coldplay radiohead rammstein queen onedirection exo bts blackpink twilight music musical musician
guitar guitars drummer drums piano violin trumpet saxophone band rock rocker rockstar rocknroll rockyou rocky hiphop
reggae techno trance dance dancer dancing singer singing song songs melody harmony rhythm jazz blues classic opera
football footballer soccer baseball basketball hockey tennis golf golfer golfing volleyball rugby cricket boxing boxer
wrestling wrestler karate kungfu judo taekwondo ninja ninjas samurai swimming swimmer running runner skating skater
skateboard surfing surfer snowboarder skiing racing racer nascar formula ferrari lamborghini porsche mercedes bmw audi
volkswagen toyota honda nissan mazda subaru mitsubishi lexus hyundai chevrolet chevy camaro corvette ford focus dodge
charger viper harley harleydavidson yamaha suzuki kawasaki ducati lada zhiguli kamaz volvo renault peugeot citroen skoda
arsenal chelsea liverpool manchester manutd united mancity tottenham everton barcelona realmadrid madrid juventus milan
inter bayern dortmund ajax psg celtic rangers spartak zenit dinamo cska lokomotiv kairat astanafc barys yankees redsox
cubs dodgers mets giants cowboys packers broncos raiders patriots redskins lakers celtics bulls heat spurs knicks
maradona messi ronaldo ronaldinho beckham neymar zidane pele jordan jordan23 michael lebron kobe bryant tyson messi10
superman batman spiderman ironman hulk thor wolverine deadpool captain avengers joker harleyquinn catwoman wonderwoman
superhero supergirl superboy hero heroes marvel flash robin venom magneto xmen pokemon pikachu charizard digimon naruto
sasuke sakura goku vegeta dragonball dragonballz onepiece luffy bleach sailormoon hellokitty doraemon mario luigi zelda
sonic tetris pacman minecraft roblox fortnite counterstrike cstrike halflife quake doom warcraft starcraft diablo
worldofwarcraft dota dota2 leagueoflegends callofduty battlefield assassin assassins creed skyrim fallout halo gears
gandalf frodo aragorn legolas hobbit hobbits lordoftherings tolkien harrypotter hermione dumbledore hogwarts voldemort
gryffindor slytherin starwars luke skywalker darthvader vader yoda jedi sith trooper matrix neo trinity morpheus
trustno1 mulder scully xfiles bond jamesbond bond007 agent agent007 terminator predator alien aliens rambo rocky
scarface godfather gladiator spartacus braveheart titanic avatar shrek nemo simba mufasa bambi dumbo pinocchio tinkerbell
cinderella snowwhite mickey mickeymouse minnie donald donaldduck goofy pluto disney disneyland pixar simpsons homer bart
bartman lisa marge southpark cartman kenny futurama garfield snoopy scooby scoobydoo spongebob patrick squidward looney
bugsbunny tweety tweetybird sylvester taz popeye casper barbie barney elmo kermit cookie monster teletubbies
michael jennifer jessica ashley amanda andrew daniel david james robert john joseph matthew joshua nicholas anthony
christopher jonathan brandon justin ryan william tyler austin kevin thomas alexander benjamin samuel jacob zachary ethan
logan mason lucas dylan connor jackson hunter cameron jordan taylor morgan alexis sarah stephanie nicole elizabeth
melissa rebecca rachel lauren megan heather amber danielle brittany samantha kimberly michelle christina katherine
catherine victoria alexandra vanessa natalie natasha natalia sophia sophie olivia emma emily hannah abigail isabella
madison chloe grace hailey destiny jasmine brianna kayla anna anne annie maria mariah marie martha mary margaret mark
martin marcus mario max maxwell maximus oliver oscar patrick paul peter philip phillip pierre richard ricky roger ronald
ross roy russell sam sammy sandra sara scott sean sebastian sharon shannon shawn simon stephen steve steven susan sylvia
teresa terry theresa tiffany tim timothy tina todd tom tommy tony tracy travis trevor valerie vincent virginia walter
wayne wendy whitney zoe adam adrian alan albert alex alexa alfred alice alicia alison allison amy andrea angela angelica
angelina antonio april ariel arthur barbara beatrice becky bella bernard betty beverly bill billy bob bobby bonnie brad
bradley brandy brenda brian bruce bryan calvin carl carla carlos carmen carol carolina caroline carrie casey cassie
cecilia charles charlie charlotte chelsea chester chris christian christine cindy claire clara claudia craig crystal
curtis cynthia dallas danny darren dave dean debbie deborah denise dennis derek diana diane dominic don donna dorothy
douglas duncan eddie edgar eduardo edward eileen elaine elena eleanor ellen eric erica erik erin ernest esther eugene
eva evelyn fabian felix fernando florence frances francis francisco frank frankie fred freddie freddy frederick gabriel
gabriela gary george gerald gilbert gina giovanni glenn gloria gordon graham greg gregory hannah harold harry harvey
heidi helen helena henry howard hugo ian irene isaac isabel ivan jack jackie jacqueline jaime jamie jan jane janet janice
jared jason javier jay jean jeff jeffrey jenny jeremy jerome jerry jesse jessie jill jim jimmy joan joanna joe joel
johnny johnson jorge jose josephine josh juan juanita judy julia julian juliana julie juliet june karen karina karl kate
kathleen kathryn kathy katie keith kelly ken kenneth kim kirsten kristen kristina kurt kyle larry laura lawrence leah lee
leo leon leonard leonardo leslie lewis liam lillian linda lindsay lindsey lisa lloyd lois lorena lorenzo lori louis
louise lucia lucy luis luke lydia lynn madeline manuel marcel marco marcos margarita marianne marilyn marina marissa
marlene marshall marvin mathew maureen maurice melanie melinda mercedes meredith mia micheal miguel mike miles mindy
miranda mitchell molly monica monique nancy naomi nathan nathaniel neil nelson nick nicola nicolas nina noah noel nora
norman omar pablo pamela patricia paula pauline pedro penelope penny phil phyllis priscilla rafael ralph ramon randy
raquel raul ray raymond regina ricardo rita roberta roberto robin rodney rodrigo roland rosa rosemary roxanne ruben rudy
ruth sabrina sally salvador sandy santiago sergio seth shane sheila shelby shelly sherry shirley sierra sonia sophia
spencer stanley stacey stacy stella stuart summer tamara tanya tara ted theodore tracey ursula vera veronica vicki vicky
victor vivian wallace warren wesley wilson xavier yolanda yvonne
alexandr aleksandr aleksey alexey alexei andrey andrei anatoly anton artem artur boris denis dima dimka dmitriy dmitry
dmitri egor evgeny evgeniy evgenia fedor gennady grigory igor ilya kirill konstantin leonid lev maksim maxim maksimka
mikhail misha nikita nikolay nikolai oleg pavel pasha petr roman romka ruslan rustam sasha sashka sergey sergei serega
slava stanislav stas stepan timofey timur vadim vadik valentin valeriy vasya vasily viktor vitaliy vitalik vlad vladik
vladimir vladislav vova vovka yaroslav yuri yura yuriy zhenya alena alina alisa alla anastasia nastya nastena anya anechka
darya dasha dashka diana ekaterina katya katerina katyusha elena lena lenka elizaveta liza galina galya inna irina ira
irishka karina kira ksenia ksusha larisa lera lidia lilia lubov luba ludmila lyudmila luda margarita masha mashka marina
marishka nadezhda nadia nadya natalya natasha natashka natali oksana olesya olga olya polina raisa regina sofia snezhana
sveta svetlana svetik tamara tanya tanechka tatiana tatyana ulyana valentina valeria varvara vera veronika viktoria vika
yana yulia yulya julia zoya zhanna privet poka lubov lyubov lublu tebya lyublyu solnce solnyshko kotik kotenok koshka
sobaka zaika zaichik zayka malysh malyshka detka lapochka ptichka rybka zvezda zvezdochka nebo more leto zima vesna osen
mama mamochka papa sestra brat druzhba drug podruga moskva moscow piter russia rossiya rossia russian sssr cccp ussr
spartak zenit pobeda lenin stalin putin gagarin sputnik mir druzba kosmos solovey berezka kalinka matreshka medved volk
tigr orel sokol lev drakon dyavol angel angelochek anime vkontakte odnoklassniki privetik nikto nichego nezabudka
lubimaya lubimyi krasotka kroshka marusya barsik murka murzik tuzik sharik dimadima sashasasha marinamarina natasha1
aibek aidar aidana aidyn aigerim aigul ainur ainura aisha aiman aizhan akbota akmaral alibek aliya almas almat almaz
alua aman amangeldy amina amir amira anuar ardak arman armanarman arsen asel assel asem aset askar askhat asylbek ayan
ayana azamat azat aziza azhar bakhyt baurzhan bekzat berik bibigul bolat bolatbek botagoz daniyar dana danara dauren
daulet dias diana dilnaz dinara dinmukhamed duman erbol erlan ermek ersultan erzhan galym gaukhar gulmira gulnara gulnar
gulnaz gulzhan indira inkar kairat kamila karlygash kuanysh kuralai kymbat laura leila lyazzat madi madina madiyar maira
malika mansur marat marzhan medet meruert meirambek mira murat nazerke nazgul nazym nurgul nurlan nurlybek nursultan
nurzhan olzhas perizat rakhat rauan raushan ravil rinat roza sabina sabyrzhan sakhzhan saltanat samal sandugash sanzhar
sanzhik saule sayan serik serikbol sultan symbat talgat temirlan timurlan togzhan tolkyn ulan ulbolsyn uldana ulzhan
yerlan yerbol yernur zarina zere zhanar zhanat zhandos zhanel zhanerke zhanibek zhansaya zhasulan zhuldyz zhibek zulfiya
kazakhstan qazaqstan kazakstan kazahstan kazakh qazaq kazak kazah almaty alma alma-ata almaata astana nursultan shymkent
karaganda qaraganda aktobe aqtobe aktau aqtau atyrau taraz pavlodar semey semipalatinsk oskemen ustkamenogorsk kostanay
kokshetau petropavlovsk petropavl uralsk oral kyzylorda turkestan turkistan taldykorgan zhezkazgan temirtau ekibastuz
balkhash balqash baikonur baiqonyr burabay borovoe medeu shymbulak kaskelen talgar kapchagay zhanaozen rudny abai abay
abylai altyn altynai alatau khantengri tengri tengri kazbek asar barys kumis kyran burkit dombra kobyz baursak beshbarmak
kumys nauryz salem assalam assalaumagaleikum rakhmet rahmet janym zhanym zhan janim suyikti mahabbat makhabbat
bakyt baqyt omir omirim zhurek jurek kun kunshuak zhuldyz aidai ayym koktem otan otanym atameken menin qupiyasoz kupiyasoz
kyz bala apa ata ake ana anashym balam kozim kozdim zhigit batyr batyrlar han khan genghis chingiskhan otinish
пароль пароли мойпароль парольпароль секрет админ администратор привет приветик любовь люблю любимая любимый любимка
люблютебя ятебялюблю йцукен йцукенг йцукенгшщзхъ фывапр фывапролджэ фыва ячсмит ячсмитьбю йцу йфяцыч солнце солнышко
звезда звездочка котик котенок кошка собака зайка зайчик малыш малышка мама мамочка папа семья друг друзья дружба счастье
удача победа россия москва санкт питер казахстан қазақстан алматы алмаата астана шымкент караганда қарағанды актобе
ақтөбе атырау тараз павлодар семей орал тұркістан сәлем салем рахмет жаным махаббат бақыт бакыт өмір отан ана апа әке
құпиясөз кұпия құпия қупия наташа марина саша сергей андрей дмитрий дима алексей александр владимир николай михаил
максим иван евгений олег игорь роман павел виктор анна мария елена ольга татьяна ирина светлана екатерина катя настя
анастасия юлия оксана людмила галина валентина надежда вера айгүл айгуль айгерім айгерим әлия алия асель әсел динара
гүлнара гульнара мадина сауле нұрлан нурлан ерлан берик серік серик қайрат кайрат марат талгат болат азамат арман жанна
qwe asd zxc gfhjkm gfhjkm123 gfhjkmgfhjkm ghbdtn ghbdtnbr gjrf ljcneg kjyljy vjcrdf hjccbz yfnfif fylhtq cthutq fktrcfylh
dkflbvbh vfrcbv vfhbyf yfcnz rfnz jkmuf cdtnf fktrctq lbvf ltybc vfvf gfgf vfvfgfgf k.,jdm k.,bvfz cjkywt cjkysirj
rjntyjr rjirf cj,frf pfqrf vfksi fyutk fcnfyf fkvfns rfpf[cnfy ctrhtn flvby ntcn ntktajy vjqgfhjkm abrctrc cegthvty
freedom liberty peace peaceful hope hopeful dream dreams dreamer dreaming believe believer wish wishes imagine destiny
future forever eternity infinity infinite legend legends legendary magic magical magician wizard wizards witch mystery
mystic shadow shadows shadowman darkness dark darkside darkangel darklord darkknight night nightmare nightwish midnight
twilight phantom ghost ghosts ghostrider spirit reaper grimreaper death deathnote killer killers kill killme assassin
hitman sniper shooter gunner bullet weapon blade blades sword swords dagger hammer arrow archer bomber missile nuclear
power powerful powers energy force strong stronger strength champion champions winner winners victory success successful
lucky luckyone luckyday luck fortune fortuna chance gamble gambler poker casino jackpot blackjack player players game
games gamer gamers gaming play playboy playgirl playing toy toys fun funny funtime happy happiness happyday happybirthday
birthday joy joyful smile smiles smiley smiling laugh laughter crazy crazyboy crazygirl insane psycho maniac mad madman
stupid idiot dumb dumbass moron loser losers nobody nothing noone nevermind never neverland whatever whatsup because
something anything everything someone anyone everyone awesome amazing beautiful beauty gorgeous pretty cute cutie
cutiepie hottie hotstuff hot sexy sexybitch sexygirl sexyboy sexylady sex sexsex porn naked nude boobs booty titties
pussy dick cock penis asshole bitch bitches fuck fucker fuckme fuckoff fuckyou fuckit motherfucker shit bullshit bastard
suck suckit sucker damn damnit whore slut gangster gangsta thug thuglife pimp pimpin hustler playa baller ballin swag
swagger yolo lol lolol lollol lmao rofl omg wtf noob newbie hacker hackers hack hacked cracker virus trojan spyware
cowboy indian indians pirate pirates viking vikings spartan spartans trojan trojans roman titan titans zeus apollo
hercules achilles athena aphrodite poseidon odin loki ragnarok valhalla pharaoh cleopatra egypt pyramid caesar napoleon
america american usa england london britain british scotland ireland irish france paris germany berlin deutschland
italy italia roma spain espana portugal brazil brasil argentina mexico canada toronto australia sydney japan tokyo china
beijing korea seoul india mumbai pakistan turkey istanbul ankara dubai iran iraq israel africa nigeria egypt ukraine
ukraina kiev kyiv minsk belarus poland warszawa polska tashkent uzbekistan bishkek kyrgyzstan baku azerbaijan georgia
tbilisi armenia yerevan mongolia newyork newyorker brooklyn manhattan boston chicago houston dallas denver detroit
florida miami texas california hollywood vegas lasvegas seattle atlanta phoenix arizona virginia carolina alaska hawaii
buster bailey charlie cooper duke jake jasper lucky maggie max molly murphy oscar pepper princess rex rocky rusty sadie
sam sammy shadow smokey sparky spike toby tucker zeus ziggy bandit bear boomer brutus buddy chance chester cleo coco
daisy dakota dexter ginger gizmo gracie harley holly hunter jack joey kobe lady lola louie lucy luna marley mia milo
missy misty mittens muffin nala ollie oreo patches peanut penny pumpkin roxy ruby samantha sasha sassy scout simba sophie
stella teddy thumper tigger tinker trixie whiskers winston zoe zoey bubba bubbles bubbles blondie brandy candy chico
access14 airborne alaska albatross alpha alphabet amateur animal animals answer antelope apache archie arizona artist
asshole atomic avalon awesome babylon badboy badgirl badass bambam baron basket beach beaver beavis bigboy bigdaddy
bigdog bigman bigred bigtits biker bishop blaster blazer blizzard blonde bluebird blueeyes bluesky bobcat bomber bonsai
booboo boogie booger bookworm boston brooklyn browns bubba buckeye buddha buffalo bulldog bulldogs bullet butthead
buttercup cactus camera camping canada cannon captain cardinal carpet castle cavalier champ change charger check cheese
cherokee chevelle chopper chris cinema circle claudia clipper close coffee comanche compaq contact control cookie
corleone corvette country cowboys coyote creative cricket crimson cruise crusader cyber cyclone cyclops dakota darkness
dave deadhead deadman death december defender delta demon design detroit dexter digital dilbert director discover
division dolphin dominator dominic doogie doom double dragonfly dreamer drummer eclipse einstein electric element
elephant elite emerald empire enigma enter enterprise escape escort everlast evolution excalibur excite explorer express
extreme fantasy farmer fender fiction fighter figure finger firebird flower fluffy flyers flying football forest
formula foxtrot freak freaky freddy frontier fuzzy galaxy gandalf gargoyle gateway gemini genesis genius giants gibson
ginger gizmo glacier gladiator goalie goblin golden goober gopher graphics grizzly guinness gunner gunners happy hardcore
hardrock hawkeye hello hendrix history hotdog hotrod house hunting hurricane hyperion icehouse iguana illusion impala
indigo infinity intrepid invisible island jackass jaguar jamaica japanese javelin jeepster jellybean jester jewels joker
jordan jumper jungle junior jupiter justice kamikaze keeper kingkong kingfish knight kodiak ladybug lagoon lancer laser
leather legacy leopard letter lightning limited lincoln little lizard lonely lonewolf lucky magnum mailman malibu
mandarin maniac marathon marine mariner marlboro marlin martini maverick maxima medical medicine memory mercury merlin
mexico midnight mighty millennium million mirage mission mistress modern moose morning mortal motor motorola mountain
muscle mustang mystic nascar navy needle network newlife nicotine nightshade nimrod nipple nirvana northern nothing
number nutmeg oakland octopus omega orlando outlaw overlord oxford pacific pacman paladin pallmall panther paradise
paradox parker party passion patriot peaches pencil people perfect phantom phoenix photo photos picture pilot pioneer
piranha player playtime please pleasure poison polaris police politics pookie popcorn popper porsche power precious
predator prelude premium present prestige pretty princess private problem prodigy profile project promise prophet psychic
pumpkin punisher puppet purple puzzle quality quantum quattro quest racecar radar raider railroad rainbow rambler ranger
rascal raven ravens reality rebel rebels record redhead redneck redrum redwing redwings reddog remember renegade report
rescue retard reznor ripper robert robot robots rockets rocknroll roadrunner romance romeo rosebud runner russia sabres
safari sailboat sailing sailor salmon samurai sanctuary satellite savage scarlet science scorpio scotland scout
scratch screen seadoo seahawks search senator seven shadow shalom shaman shannon sharky shelter sherlock shopping shorty
shotgun silence silver simple sinner sister skipper skippy skydive slamdunk slapshot slick smart smokey smooth sniper
snapper snickers snoopy snowfall softball solitude solomon special spectrum speed speedway speedy sphinx spider spitfire
splash spooky sports squirrel stanley station stealth steeler stinger stingray storm stranger streets strike student
submarine suckers summit sunlight super superfly supernova support surfer survivor suzuki swordfish sundance target
tarheels taurus teacher techno telephone temple tennis testing texas theman theone therock thumbs thunder thunderbird
tiffany timber titanic titanium tomato tomcat toronto tractor traffic train transfer traveler travel trebor trident
triumph trombone trooper trouble trucker trumpet truth tsunami turbo turtle tweety twister undertaker unicorn unique
unknown upgrade uranus vacation valhalla valley vampire vanilla vegeta velvet vertigo victor viking village vincent
vintage violin viper virgin vision volcano voodoo voyager vulcan walker walrus warlock warrior water weasel webster
western whatever wheels whisper wildcat wildcats wildman willow window windsurf winner wireless wisdom wolfgang wolfman
wolfpack wombat wonder wonderful woody wrangler writer xanadu yankee yellow yogibear young yourmom zealot zenith zigzag
zipper zombie zorro
здравствуй здравствуйте здравствуйтевсе добро пожаловать добропожаловать доброеутро спасибо спасибобольшое пожалуйста
спартак зенит динамо локомотив барыс чемпион чемпионы чемпионка ялюблютебя ялюблю тебя люблюмаму моясемья моялюбовь мояжизнь моёсолнышко моесолнышко
иванов иванова петров петрова сидоров сидорова смирнов смирнова кузнецов кузнецова попов попова соколов соколова
ахметов ахметова оспанов оспанова сулейменов сулейменова ибраев ибраева абдрахманов абдрахманова омаров омарова
ivanov ivanova petrov petrova sidorov sidorova smirnov smirnova kuznetsov kuznetsova popov popova sokolov sokolova
akhmetov akhmetova ospanov ospanova suleimenov suleimenova ibrayev ibrayeva omarov omarova
менің құпиясөзім сенің құпиясөзі өтініш қошкелдіңіз қайырлытаң қайырлыкүн рақмет жүрегім жанымсың
zdravstvuy zdravstvuite zdravstvuyte dobropozhalovat spasibo pozhaluista chempion yalyublyutebya
k.,k.nt,z zk.,k.nt,z plhfdcndeq plhfdcndeqnt xtvgbjy bdfyjd gtnhjd cvbhyjd gj;fkeqcnf cgfcb,j
correcthorsebatterystaple correcthorse batterystaple thequickbrownfox quickbrownfox loremipsum loremipsumdolor
tobeornottobe maytheforcebewithyou winteriscoming hakunamatata abracadabra simsalabim opensesame letmeinplease
iforgotmypassword iforgot forgot forgotten dontforget remember rememberme idontknow idontcare nopassword nopass
mypasswordis thisismypassword passwordispassword secretpassword strongpassword goodpassword longpassword
verylongpassword mylongpassword superpassword adminpassword rootpassword userpassword testpassword workpassword
companypassword officepassword defaultpassword securepassword mysecretpassword supersecret supersecretpassword
thisisasecret thisispassword whatismypassword enterpassword enteryourpassword yourpasswordhere passwordpassword
fifteencharacters fifteenchars twelvecharacters qwertyuiopasdfghjkl iloveyouforever iloveyousomuch ilovemyfamily
ilovemyhusband ilovemywife ilovemykids iloveyoubaby loveyouforever happynewyear merrychristmas goodmorning goodnight
goodluck godisgood godislove jesusislord jesussaves jesuslovesme praisethelord thankyou thankyougod thankgod myfamily
mybaby myangel myheart mydog mycat mycomputer mylaptop myphone mymoney myname mynameis
`;

/** Lower case, each word once. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  WORDS.split(/\s+/).filter((word) => word !== ''),
);

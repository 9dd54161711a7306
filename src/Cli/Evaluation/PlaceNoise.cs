using Suiying.Contracts.Registry;
using Suiying.Engines.Places;

namespace Suiying.Cli.Evaluation;

/// <summary>
/// Texts made from a gazetteer with one known slip each, the same for the same seed. What is right follows from the names alone: the areas that
/// carry the said name under those above that are said.
/// </summary>
internal sealed class PlaceNoise
{
    private const int OfEachKind = 300;
    private const int MostTries = 20_000;
    private const int MostNamesakes = 4;

    /// <summary>How callers put it, some in the speech of the province; {0} is the place.</summary>
    private static readonly string[] Sentences =
    [
        "路灯坏了\n{0}，路灯坏了好几天了，麻烦派人修修。",
        "停水\n您好，{0}停水两天了，请问什么时候能来水？",
        "噪音\n我家住在{0}，楼后头半夜还施工，吵得睡不着。",
        "垃圾没人清\n俺是{0}的，垃圾堆得老高，没人拾掇，咋整啊？",
        "修路\n反映一下{0}这边的路，坑坑洼洼的，忒难走咧。",
        "下水道堵了\n在{0}，下水道堵得邪乎，屋里屋外净是水，您给问问呗。",
        "排水\n昨儿个下雨，{0}积水没过脚脖子，孩子们上学中不中都得蹚水。",
        "补贴\n我想问问，{0}的取暖补贴啥前儿发？",
    ];

    private static readonly string[] NoPlaces =
    [
        "堵车\n{0}大街早上堵得厉害，红绿灯时间太短。",
        "公交\n{0}路上的公交车不按时来。",
        "吃坏肚子\n在{0}烧饼店买的饼，吃了拉肚子。",
        "邻居\n邻居{0}师傅天天半夜唱歌。",
        "网购\n网购的{0}特产发霉了，商家不退钱。",
    ];

    private readonly AreaTree areas;
    private readonly Random random;
    private readonly List<Area> named;
    private readonly Slips slips;
    private readonly ILookup<string, Area> byForm;

    private PlaceNoise(AreaTree areas, int seed)
    {
        this.areas = areas;
        random = new Random(seed);
        named = [.. areas.All.Where(a => a.Level != AreaLevel.City)];
        slips = new Slips(string.Concat(named.Select(a => a.Name)), random);
        byForm = named.SelectMany(a => Forms(a).Select(f => (f, a))).ToLookup(p => p.f, p => p.a);
    }

    public static IReadOnlyList<PlaceRow> Rows(AreaTree areas, int seed)
    {
        var noise = new PlaceNoise(areas, seed);
        return
        [
            .. noise.Kind("全称 full", chain => chain),
            .. noise.Kind("缺级 levels missing", noise.Fewer),
            .. noise.Kind("简称 short", noise.Short),
            .. noise.Kind("同音字 homophone", chain => noise.Slip(chain, noise.slips.Homophone)),
            .. noise.Kind("错字 wrong character", chain => noise.Slip(chain, noise.slips.Wrong)),
            .. noise.Kind("漏字 missing character", chain => noise.Slip(chain, noise.slips.Missing)),
            .. noise.Kind("多字 extra character", chain => noise.Slip(chain, noise.slips.Extra)),
            .. noise.Nowhere("不是地点 no place"),
        ];
    }

    private IEnumerable<PlaceRow> Kind(string kind, Func<IReadOnlyList<Said>, IReadOnlyList<Said>?> noise)
    {
        var made = 0;
        for (var tries = 0; made < OfEachKind && tries < MostTries; tries++)
        {
            var area = named[random.Next(named.Count)];
            var chain = areas
                .Upwards(area.Code)
                .Where(a => a.Level != AreaLevel.City)
                .Reverse()
                .Select(a => new Said(a, Spoken(a)))
                .ToList();
            if (noise(chain) is not { Count: > 0 } said || Right(said) is not { Count: > 0 and <= MostNamesakes } right)
                continue;
            var place = string.Concat(said.Select(s => s.Words));
            var text = Sentences[random.Next(Sentences.Length)].Replace("{0}", place, StringComparison.Ordinal);
            yield return new PlaceRow($"{kind.Split(' ')[0]}{++made}", text, right, kind);
        }
    }

    private IEnumerable<PlaceRow> Nowhere(string kind)
    {
        var made = 0;
        while (made < OfEachKind)
        {
            var name = Forms(named[random.Next(named.Count)])[^1];
            // 某村大街 may be the street in the village.
            var bare = name.TrimEnd('村');
            if (bare.Length < 2 || bare[^1] == '县')
                continue;
            var text = NoPlaces[random.Next(NoPlaces.Length)].Replace("{0}", bare, StringComparison.Ordinal);
            yield return new PlaceRow($"{kind.Split(' ')[0]}{++made}", text, [], kind);
        }
    }

    /// <summary>The areas that carry the last name and lie under those named before it; at best one.</summary>
    private List<string> Right(IReadOnlyList<Said> said)
    {
        var above = said.SkipLast(1).Select(s => s.Area.Code).ToList();
        var fitting = byForm[said[^1].Name].Where(a => above.TrueForAll(code => areas.Within(a.Code, code))).ToList();
        var sure = fitting.Where(a => !fitting.Exists(high => high != a && areas.Within(a.Code, high.Code)));
        return [.. sure.Select(a => a.Code).Distinct().Order(StringComparer.Ordinal)];
    }

    private IReadOnlyList<Said> Fewer(IReadOnlyList<Said> chain) =>
        [.. chain.Where((said, at) => at == chain.Count - 1 || random.Next(3) == 0)];

    private IReadOnlyList<Said>? Short(IReadOnlyList<Said> chain)
    {
        var said = chain
            .Select(s => Forms(s.Area)[^1] is { Length: >= 2 } bare && s.Area.Level != AreaLevel.Village ? new Said(s.Area, bare) : s)
            .ToList();
        return said.Exists(s => s.Name.EndsWith('路')) ? null : said;
    }

    /// <summary>A slip in one of the names; none where it makes another name that exists.</summary>
    private IReadOnlyList<Said>? Slip(IReadOnlyList<Said> chain, Func<string, string?> slip)
    {
        var at = random.Next(chain.Count);
        if (slip(chain[at].Name) is not { } wrong || byForm.Contains(wrong))
            return null;
        return [.. chain.Select((said, i) => i == at ? said with { Words = wrong } : said)];
    }

    private static IReadOnlyList<string> Forms(Area area) => PlaceForms.Of(area.Name, area.Level == AreaLevel.Village);

    /// <summary>The form with the word of its level but not of an office: 某某村, 某某社区, 某某镇.</summary>
    private static string Spoken(Area area) =>
        area.Level == AreaLevel.Village ? Forms(area).FirstOrDefault(f => f[^1] is '村' or '区') ?? area.Name : area.Name;

    /// <param name="Area">What is meant.</param>
    /// <param name="Name">Its form as it should be said.</param>
    private sealed record Said(Area Area, string Name)
    {
        /// <summary>As it is said.</summary>
        public string Words { get; init; } = Name;
    }
}

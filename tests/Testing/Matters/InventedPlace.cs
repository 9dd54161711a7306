using System.Globalization;
using Suiying.Engines.Topics;

namespace Suiying.Testing.Matters;

/// <summary>A place of an invented city.</summary>
/// <param name="Kind">E 小区, R 道路, V 村, S 学校, M 市场.</param>
/// <param name="Name">As its sign says.</param>
/// <param name="County">Name of the county.</param>
/// <param name="Town">Name of the town in it.</param>
/// <param name="Code">Of the town; its first six characters are the county's.</param>
/// <param name="Position">WGS84.</param>
internal sealed record InventedPlace(char Kind, string Name, string County, string Town, string Code, GeoPoint Position)
{
    private const int Counties = 24;
    private const int Towns = 14;

    /// <summary>Estates, roads, villages, schools and markets, as frequent as here.</summary>
    private const string Mix = "EEEEERRVVVSM";

    private const string Firsts =
        "云青红金银翠碧紫丹玉瑞祥福康安宁和顺永长春夏秋锦绣华盛兴隆泰恒鼎嘉佳雅颐清明景阳曙星月松柏竹梅兰桂枫杉桦榆槐柳";
    private const string Seconds = "杉枫桐岚湖溪泉河江海山峰岭林园庭轩阁台洲岸桥亭塘湾滩原野乡田禾谷苗光辉霞虹雨露霜雪风";
    private const string Families =
        "张王李赵刘陈杨孙周吴郑冯朱徐高郭马罗梁宋许韩邓曹彭曾田董潘袁蔡蒋余杜叶程魏苏吕丁任沈姚卢姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛";

    private static readonly char[] Syllables = [.. Firsts, .. Seconds, .. Families];

    private static readonly Dictionary<char, string[]> Endings = new()
    {
        ['E'] = ["花园", "家园", "小区", "苑", "名邸", "新城", "公寓", "佳苑", "公馆", "新村"],
        ['R'] = ["路", "街", "大街", "路", "大道", "巷"],
        ['V'] = ["庄村", "庄村", "各庄村", "家庄村", "家营村", "家屯村"],
        ['S'] = ["小学", "中学", "幼儿园", "实验小学"],
        ['M'] = ["市场", "农贸市场", "批发市场", "广场"],
    };

    /// <summary>So many places; names are near to each other, and some are there in several counties, as they are in a real city.</summary>
    public static IReadOnlyList<InventedPlace> All(Random random, int count)
    {
        var counties = Enumerable.Range(0, Counties).Select(_ => Stem(random) + (random.In(0.4) ? "区" : "县")).ToList();
        var towns = counties
            .Select(_ => Enumerable.Range(0, Towns).Select(_ => Stem(random) + random.One(["镇", "镇", "乡", "街道"])).ToList())
            .ToList();
        var places = new List<InventedPlace>(count);
        for (var i = 0; i < count; i++)
        {
            var (county, town, kind) = (random.Next(Counties), random.Next(Towns), random.One([.. Mix]));
            var position = new GeoPoint(
                115 + 0.3 * (county % 6) + 0.02 * (town % 4) + 0.02 * random.NextDouble(),
                38 + 0.3 * (county / 6) + 0.02 * (town / 4) + 0.02 * random.NextDouble()
            );
            var code = string.Create(CultureInfo.InvariantCulture, $"9900{county:00}{town:000}");
            places.Add(new(kind, Named(kind, random), counties[county], towns[county][town], code, position));
        }
        return places;
    }

    private static string Stem(Random random) => $"{random.One(Firsts.ToCharArray())}{random.One(Syllables)}";

    private static string Named(char kind, Random random)
    {
        var ending = random.One(Endings[kind]);
        if (kind != 'V')
            return Stem(random) + ending;
        // Three of four villages have a name of their own; the others are called like some in other counties, as 张庄 and 李家庄 are.
        var side = random.In(0.5) ? random.One(["东", "西", "南", "北", "前", "后", "大", "小"]) : "";
        return random.In(0.3)
            ? $"{side}{random.One(Families.ToCharArray())}{ending}"
            : $"{random.One(Syllables)}{random.One(Syllables)}{random.One(["庄", "营", "屯", "寺", "口", "店", "坡", "沟"])}村";
    }
}

using System.Text.RegularExpressions;

namespace Suiying.Engines.Text.Personal;

/// <summary>
/// The forms of buildings, rooms and houses. A group "room" or "row" says that it is a home without its estate being named. Every repetition
/// is bounded, so no text takes long, and no time limit can fail a page on a busy machine.
/// </summary>
internal static partial class AddressPatterns
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>A number in digits or in words.</summary>
    private const string N = "(?:[0-9]{1,4}|[零〇一二三四五六七八九十百两]{1,5})";

    /// <summary>A room of three or four places, or any number that is called one.</summary>
    private const string Room =
        $"(?:(?:[0-9]{{3,4}}|[零〇一二三四五六七八九]{{3,4}})(?![0-9])(?:号?[室房户])?|{N}号?[室户]|{N}号(?![楼院])|[东西南北中]?[东西南北中左右][户门屋手院])";

    private const string Unit = $"(?:(?:{N}|[东西南北中甲乙丙丁])[ ]?单元|{N}[ ]?门(?!口))";

    private const string Floor = $"(?:{N}[ ]?(?:层|楼(?![道梯下上]))|[顶底][层楼]|地下室?)";

    /// <summary>A building, with or without unit, floor and room.</summary>
    [GeneratedRegex(
        $"(?<![0-9])(?:[东西南北前后老新]区[ ]?|{N}[ ]?[区期][ ]?)?(?:[甲乙丙丁东西南北前后]?(?:[A-Za-z][ \\-]?)?{N}[ ]?[#\\-]?(?:号楼|栋楼|栋|幢|座|排楼|号院|#楼?|号(?=[ ]?{Unit})|楼(?=[ ]?{Unit}))|#[ ]?{N}楼|[A-Za-z][ ]?[座栋幢]楼?)(?<room>[ ,，\\-]?{Unit})?(?:[ ,，]?{Floor})?(?<room>[ ,，\\-]?{Room})?",
        Options
    )]
    public static partial Regex Building();

    /// <summary>3-2-501, 3#2-501, 3号楼2-501.</summary>
    [GeneratedRegex(
        @"(?<room>(?<![0-9./年月:]-?)[0-9]{1,3}[ ]?(?:-|#-?|号楼|栋|#楼)[ ]?[0-9]{1,2}[ ]?-[ ]?[0-9]{3,4}[室房户]?(?![0-9./:]|-[0-9]))",
        Options
    )]
    public static partial Regex Rooms();

    /// <summary>帝都花园3-1: building and unit behind an estate.</summary>
    [GeneratedRegex(@"(?<=[园区苑城府庭湾郡院里寓])[0-9]{1,2}-[0-9]{1,2}(?![0-9\-./号年月])", Options)]
    public static partial Regex Short();

    /// <summary>2单元501: a room without its building.</summary>
    [GeneratedRegex($"(?<room>{Unit}[ ,，]?(?:{Floor})?[ ]?{Room})", Options)]
    public static partial Regex UnitRoom();

    /// <summary>A house at a road, in a lane or a village: 某某胡同12号.</summary>
    [GeneratedRegex(
        $"(?<=[路街巷道胡同里村庄条院排房园])[ ]?[甲乙丙丁]?{N}[ ]?(?:号(?!楼|线|公交|车|门店|厅|窗|文|令|院内|桥|井|灯|杆|泵|站|机|公告)院?|号院)(?:之{N})?(?:平房)?(?:[ ]?{Floor})?(?:[ ]?{N}[室户]|[ ]?[东西南北][屋户院])?",
        Options
    )]
    public static partial Regex House();

    /// <summary>A village house by its row and place: 三排东数第二家.</summary>
    [GeneratedRegex(
        $"(?<row>平房{N}号|第?{N}(?:排|趟|道街|条街|胡同|队)[ ,，]?[从由]?(?:[东西南北左右前后]|边|头|侧|面|起|数|往){{0,6}}[ ]?第?{N}(?:家|户|号|院|个门|个院)|(?:村|街|胡同)?[东西南北](?:头|口|边|侧)(?:起|数|第){{0,3}}{N}(?:家|户)(?!都|人家)|(?:[东西南北]{{1,2}}|旁)(?:角|沿|边|头|侧|口|面)?[数起往]?第{N}(?:家|户))",
        Options
    )]
    public static partial Regex Row();
}

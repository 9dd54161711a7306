using Suiying.Contracts.Registry;

namespace Suiying.Channels.Model;

/// <summary>The city's categories as services: those that have none below them.</summary>
internal static class ServiceCatalog
{
    public const string Kind = "KIND";
    public const string Place = "PLACE";
    public const string Reply = "REPLY";
    public const string Secret = "SECRET";
    public const string Conduct = "CONDUCT";
    public const string Yes = "yes";
    public const string No = "no";

    public static readonly IReadOnlyList<string> YesOrNo = [Yes, No];

    public static readonly IReadOnlyList<(string Key, string Name)> Kinds =
    [
        ("Help", "求助"),
        ("Inquiry", "咨询"),
        ("Complaint", "投诉"),
        ("Suggestion", "建议"),
        ("Praise", "表扬"),
        ("Report", "举报（一律密封，不出现在本接口）"),
    ];

    public static IEnumerable<Category> Services(CategoryTree tree) => tree.All.Where(c => IsService(c, tree));

    public static Category? Find(string? code, CategoryTree tree) =>
        tree.Find(code) is { } category && IsService(category, tree) ? category : null;

    public static Fields ToFields(Category service, CategoryTree tree) =>
        new()
        {
            { "service_code", service.Code },
            { "service_name", service.Name },
            {
                "description",
                service.Examples.Count == 0 ? tree.FullName(service.Code) : $"{tree.FullName(service.Code)}。例如：{service.Examples[0]}"
            },
            { "metadata", true },
            { "type", "realtime" },
            { "keywords", string.Join(",", service.Synonyms) },
            { "group", tree.Upwards(service.Code).Last().Name },
        };

    /// <summary>What may be asked beside the description; the same for every service.</summary>
    public static Fields Definition(Category service) =>
        new()
        {
            { "service_code", service.Code },
            {
                "attributes",
                new Items(
                    "attribute",
                    [
                        Attribute(1, Place, "string", "地点说明：楼号、门口、参照物。", "最多200个字", []),
                        Attribute(2, Kind, "singlevaluelist", "诉求类型。不选为求助。", null, Kinds),
                        Attribute(3, Reply, "singlevaluelist", "是否要求答复。要留电话才能答复到本人。", null, [(Yes, "要"), (No, "不要")]),
                        Attribute(4, Secret, "singlevaluelist", "是否要求保密。保密件不公开。", null, [(Yes, "是"), (No, "否")]),
                        Attribute(
                            5,
                            Conduct,
                            "singlevaluelist",
                            "是否反映单位或工作人员的作风。作风件不公开。",
                            null,
                            [(Yes, "是"), (No, "否")]
                        ),
                    ]
                )
            },
        };

    private static bool IsService(Category category, CategoryTree tree) =>
        category.Level > 1 && !category.IsRetired() && !tree.Children(category.Code).Any();

    private static Fields Attribute(
        int order,
        string code,
        string datatype,
        string description,
        string? help,
        IReadOnlyList<(string Key, string Name)> values
    ) =>
        new()
        {
            { "variable", true },
            { "code", code },
            { "datatype", datatype },
            { "required", false },
            { "datatype_description", help },
            { "order", order },
            { "description", description },
            { "values", new Items("value", [.. values.Select(v => new Fields { { "key", v.Key }, { "name", v.Name } })]) },
        };
}

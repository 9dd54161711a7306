using System.Globalization;

namespace Suiying.People.Features;

/// <summary>导出账号: the list as a table, with what the list shows and nothing that opens an account.</summary>
public sealed class ExportStaff(ListStaff listing)
{
    /// <summary>The first five are those of an import, so that an exported list can be handed in elsewhere.</summary>
    private static readonly string[] Columns =
    [
        "login",
        "name",
        "unit",
        "area",
        "roles",
        "asked_roles",
        "state",
        "second_factor",
        "created",
    ];

    public async Task<Outcome<byte[]>> Run(ListStaff.Filter filter, Actor by, CancellationToken ct)
    {
        if (!(await listing.All(filter, by, ct)).Ok(out var lines, out var refusal))
            return refusal;
        return CsvText.Rows([Columns, .. lines.Select(Cells)], first: true);
    }

    /// <summary>An empty table with one row as an example.</summary>
    public static byte[] Template(string unit, string area) =>
        CsvText.Rows([Columns[..5], ["chengguan.01", "示例：城管承办岗", unit, area, nameof(Role.UnitHandler)]], first: true);

    private static string[] Cells(ListStaff.Line line)
    {
        var (user, state) = (
            line.User,
            !line.User.Active ? "closed"
            : line.Locked ? "locked"
            : "active"
        );
        var created = user.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var second = line.SecondFactor ? "yes" : "no";
        return
        [
            user.UserName!,
            user.DisplayName,
            user.UnitCode ?? "",
            user.AreaCode ?? "",
            user.RoleList,
            user.AskedRoles,
            state,
            second,
            created,
        ];
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Suiying.Contracts.Registry;
using Suiying.People.Model;

namespace Suiying.People.Features;

/// <summary>The filters of the list as the address bar has them. What cannot be read filters nothing: the address is the reader's own.</summary>
internal sealed record StaffQuery(string? Search, Role? Role, string? Unit, StaffState State, Guid? Import)
{
    public static StaffQuery Of(IQueryCollection query) =>
        new(
            Text(query["q"]),
            Enum.TryParse<Role>(query["role"], out var role) && Enum.IsDefined(role) ? role : null,
            Text(query["unit"]),
            Enum.TryParse<StaffState>(query["state"], out var state) && Enum.IsDefined(state) ? state : StaffState.Any,
            Guid.TryParse(query["import"], out var import) ? import : null
        );

    /// <summary>A unit by its code or by a part of its name; what names none finds nobody.</summary>
    public ListStaff.Filter ToFilter(UnitTree units, string? after = null) =>
        new()
        {
            Search = Search,
            Role = Role,
            Units = Unit is null
                ? null
                : [.. units.All.Where(u => u.Code == Unit || u.Name.Contains(Unit, StringComparison.Ordinal)).Select(u => u.Code), Unit],
            State = State,
            Import = Import,
            After = after,
        };

    /// <summary>The same filters at another address.</summary>
    public string At(string path, string? after = null)
    {
        var filters = new Dictionary<string, string?>
        {
            ["q"] = Search,
            ["role"] = Role?.ToString(),
            ["unit"] = Unit,
            ["state"] = State == StaffState.Any ? null : State.ToString(),
            ["import"] = Import?.ToString(),
            ["after"] = after,
        };
        return QueryHelpers.AddQueryString(path, filters.Where(f => f.Value is not null));
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

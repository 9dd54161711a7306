using Suiying.Contracts.People;
using Suiying.Kernel;

namespace Suiying.Testing;

public sealed partial class Given
{
    private static readonly Lazy<IReadOnlyList<string[]>> StaffLines = new(() =>
        [
            .. File.ReadLines(Path.Combine(SuiyingApp.Pack, "demo", "staff.csv"))
                .Skip(1)
                .Select(line => line.Split(','))
                .Where(cells => cells.Length == 5),
        ]
    );

    /// <summary>Sign-in name of the first member of staff with this role, and of this unit where one is named.</summary>
    public static string Login(Role role, string? unit = null) =>
        StaffLines.Value.FirstOrDefault(cells => cells[2].Split(';').Contains(role.ToString()) && (unit is null || cells[3] == unit))?[0]
        ?? throw new InvalidOperationException($"The sample city has no {role} of {unit ?? "any unit"}.");

    /// <summary>Who acts when this member of staff acts.</summary>
    public async Task<Actor> Staff(string login)
    {
        var member =
            await app.Use<IStaffDirectory, StaffMember?>(staff => staff.FindByLogin(login, CancellationToken.None))
            ?? throw new InvalidOperationException($"Nobody signs in as {login}.");
        return new Actor
        {
            Id = member.Id,
            Name = member.Name,
            Roles = member.Roles,
            UnitCode = member.Unit,
            AreaCode = StaffLines.Value.First(cells => cells[0] == login)[4],
        };
    }

    /// <summary>Who acts when the first member of staff with this role acts.</summary>
    public Task<Actor> Staff(Role role, string? unit = null) => Staff(Login(role, unit));
}

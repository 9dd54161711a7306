using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>
/// Makes the demo's accounts from a city pack's <c>demo/staff.csv</c>. They have no password. All or nothing; loading again follows the
/// file and makes nothing twice.
/// </summary>
public sealed class LoadDemoStaff(PeopleDb db, UserManager<StaffUser> users, IHostEnvironment environment, TimeProvider time)
{
    public sealed record Command
    {
        /// <summary>The CSV file.</summary>
        public required string Path { get; init; }
    }

    /// <param name="Accounts">Demo accounts that the file names.</param>
    public sealed record Loaded(int Accounts);

    public async Task<Outcome<Loaded>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!environment.IsDevelopment() || !by.Is(Role.System))
            return new NotAllowed("演示账号只能在开发模式下载入。");
        if (!File.Exists(command.Path))
            return new NotFound($"没有找到演示账号文件：{command.Path}");
        var (lines, problems) = DemoStaffFile.Read(command.Path);
        if (problems.Count > 0)
            return Refusal.Invalid(problems);

        var known = await db.Staff.ToDictionaryAsync(s => s.NormalizedUserName!, ct);
        // A real account of that name is never turned into one without a password.
        if (lines.Any(l => known.TryGetValue(Normalised(l), out var user) && !user.Demo))
            return new LoginTaken();

        foreach (var line in lines)
        {
            if (known.TryGetValue(Normalised(line), out var user))
                user.Follow(line.Profile, line.Roles);
            else
                await Add(line, by);
        }
        await db.SaveChangesAsync(ct);
        return new Loaded(lines.Count);
    }

    /// <summary>Not through the manager, which would save each by itself; the file has been checked for all that it would check.</summary>
    private async Task Add(DemoStaffLine line, Actor by)
    {
        var now = time.GetUtcNow();
        var user = StaffUser.CreateDemo(line.Profile, line.Roles, now);
        user.SecurityStamp = Guid.CreateVersion7(now).ToString("N");
        await users.UpdateNormalizedUserNameAsync(user);
        db.Staff.Add(user);
        db.AccountChanges.Add(AccountChange.Of(user, AccountChangeKind.Created, by, now));
    }

    private string Normalised(DemoStaffLine line) => users.NormalizeName(line.Profile.Login)!;
}

using Microsoft.AspNetCore.Identity;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>The security administrator parts an account from a person at the city's identity provider; all its sessions end.</summary>
public sealed class UnlinkCityLogin(UserManager<StaffUser> users, CityLinks links, StaffSessions sessions)
{
    public async Task<Outcome<Done>> Run(Guid staff, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.SecurityAdmin))
            return new NotAllowed();
        if (by.Id == staff)
            return new NotOnOneself();
        var user = await users.FindByIdAsync(staff.ToString());
        if (user is null || await links.Of(user.Id, ct) is not [_, ..] found)
            return new NotFound();

        foreach (var link in found)
        {
            if (await links.Remove(user, link, by) is { } refusal)
                return refusal;
        }
        await sessions.EndAll(user.Id, ct);
        return new Done();
    }
}

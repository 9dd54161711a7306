using System.Security.Claims;

namespace Suiying.Kernel;

/// <summary>Who acts: a member of staff, a resident or the program itself, with all that permission rules may ask about them.</summary>
public sealed record Actor
{
    /// <summary>The account's id; for a resident the sealed person's id; <see cref="Guid.Empty"/> for an anonymous visitor or the program.</summary>
    public required Guid Id { get; init; }

    /// <summary>The name that history shows: a work name or post for staff, never a resident's name.</summary>
    public required string Name { get; init; }

    public required IReadOnlySet<Role> Roles { get; init; }

    /// <summary>The unit to which a member of staff is bound; null for residents.</summary>
    public string? UnitCode { get; init; }

    /// <summary>The area that a leader may see; null means no bound.</summary>
    public string? AreaCode { get; init; }

    public bool Is(Role role) => Roles.Contains(role);

    public bool IsAny(params ReadOnlySpan<Role> roles)
    {
        foreach (var role in roles)
        {
            if (Roles.Contains(role))
                return true;
        }
        return false;
    }

    /// <summary>The program itself: timers, imports, generators.</summary>
    public static Actor System { get; } =
        new()
        {
            Id = Guid.Empty,
            Name = "系统",
            Roles = new HashSet<Role> { Role.System },
        };

    /// <summary>Somebody who has not signed in.</summary>
    public static Actor Visitor { get; } =
        new()
        {
            Id = Guid.Empty,
            Name = "访客",
            Roles = new HashSet<Role> { Role.Resident },
        };

    public static Actor Resident(Guid personId) => Visitor with { Id = personId, Name = "居民" };

    public const string UnitClaim = "suiying:unit";
    public const string AreaClaim = "suiying:area";

    /// <summary>Reads the actor from a signed-in principal; an unauthenticated principal is a <see cref="Visitor"/>.</summary>
    public static Actor From(ClaimsPrincipal principal)
    {
        if (principal.Identity?.IsAuthenticated != true || !Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
            return Visitor;
        var roles = principal
            .FindAll(ClaimTypes.Role)
            .Select(c => Enum.TryParse<Role>(c.Value, out var role) ? role : (Role?)null)
            .OfType<Role>();
        return new Actor
        {
            Id = id,
            Name = principal.Identity.Name ?? "居民",
            Roles = roles.Where(role => role != Role.System).ToHashSet(),
            UnitCode = principal.FindFirstValue(UnitClaim),
            AreaCode = principal.FindFirstValue(AreaClaim),
        };
    }
}

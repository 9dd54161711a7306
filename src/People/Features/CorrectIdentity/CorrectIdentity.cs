using Microsoft.EntityFrameworkCore;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>更正 (个人信息保护法 46): the person changes their name and address as they are sealed; a field left empty empties it.</summary>
public sealed class CorrectIdentity(PeopleDb db, KeyRing ring)
{
    public const int LongestName = 40;
    public const int LongestAddress = 200;

    public sealed record Command
    {
        public string Name { get; init; } = "";

        public string Address { get; init; } = "";
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Resident) || by.Id == Guid.Empty)
            return new NotAllowed();
        var problems = new List<FieldProblem>();
        if (command.Name.Trim().Length > LongestName)
            problems.Add(new FieldProblem("name", $"称呼最多{LongestName}个字。"));
        if (command.Address.Trim().Length > LongestAddress)
            problems.Add(new FieldProblem("address", $"联系地址最多{LongestAddress}个字。"));
        if (problems.Count > 0)
            return Refusal.Invalid(problems);
        var person = await db.Persons.SingleOrDefaultAsync(p => p.Id == by.Id, ct);
        if (person is not { ErasedAt: null })
            return new NotFound("系统中没有您的个人信息。");
        person.Correct(command.Name, command.Address, ring.Keys);
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}

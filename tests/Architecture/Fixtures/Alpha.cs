using Suiying.Architecture.Fixtures.Beta;

namespace Suiying.Architecture.Fixtures.Alpha;

/// <summary>Reaches over the wall, in a method body only, where a project file or a signature shows nothing.</summary>
public static class Climber
{
    public static object Climb() => new KeepThing();
}

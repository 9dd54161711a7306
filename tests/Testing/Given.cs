namespace Suiying.Testing;

/// <summary>
/// What is already there when a test begins, made through the same use cases that people use. One file for each thing:
/// <c>Given.Staff.cs</c>, <c>Given.Request.cs</c>.
/// </summary>
public sealed partial class Given(SuiyingApp app);

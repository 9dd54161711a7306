using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suiying.Schema.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AdministrationPages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AskedRoles",
                table: "people_staff",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<Guid>(name: "ImportId", table: "people_staff", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<long>(name: "UsedAt", table: "channels_api_keys", type: "INTEGER", nullable: true);

            migrationBuilder.CreateTable(
                name: "channels_api_key_changes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    KeyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    KeyName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActorName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channels_api_key_changes", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "people_key_rotations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    KeyId = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActorName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    FinishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Resealed = table.Column<int>(type: "INTEGER", nullable: false),
                    WorkedUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    Problem = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_key_rotations", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "people_staff_imports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    Good = table.Column<int>(type: "INTEGER", nullable: false),
                    Already = table.Column<int>(type: "INTEGER", nullable: false),
                    Bad = table.Column<int>(type: "INTEGER", nullable: false),
                    LinesJson = table.Column<string>(type: "TEXT", nullable: false),
                    ProblemsJson = table.Column<string>(type: "TEXT", nullable: false),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActorName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Opened = table.Column<int>(type: "INTEGER", nullable: false),
                    PasswordsBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    PasswordsAt = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_staff_imports", x => x.Id);
                }
            );

            migrationBuilder.CreateIndex(name: "IX_people_staff_ImportId", table: "people_staff", column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_channels_api_key_changes_KeyId_Id",
                table: "channels_api_key_changes",
                columns: new[] { "KeyId", "Id" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "channels_api_key_changes");

            migrationBuilder.DropTable(name: "people_key_rotations");

            migrationBuilder.DropTable(name: "people_staff_imports");

            migrationBuilder.DropIndex(name: "IX_people_staff_ImportId", table: "people_staff");

            migrationBuilder.DropColumn(name: "AskedRoles", table: "people_staff");

            migrationBuilder.DropColumn(name: "ImportId", table: "people_staff");

            migrationBuilder.DropColumn(name: "UsedAt", table: "channels_api_keys");
        }
    }
}

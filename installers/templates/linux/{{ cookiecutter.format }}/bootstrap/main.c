/* Starts FeTS Desktop in the system's Python library.
 *
 * The program starts its workers as `sys.executable -m fets_desktop worker`; sys.executable is this file, so that
 * `-m MODULE` is understood for the program's own modules and for nothing else. Neither the environment of the user
 * nor packages installed elsewhere reach the program: the configuration is Python's isolated one.
 */
#include <Python.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define APP "{{ cookiecutter.app_name }}"
#define MODULE "fets_desktop"
#define STARTS "{{ cookiecutter.starts }}"
#define TEXT_OF(x) #x
#define TEXT(x) TEXT_OF(x)
#define STDLIB "/lib/python" TEXT(PY_MAJOR_VERSION) "." TEXT(PY_MINOR_VERSION)

static PyConfig config;

static void need(PyStatus status) {
    if (PyStatus_Exception(status)) {
        PyConfig_Clear(&config);
        Py_ExitStatusException(status);
    }
}

static void set(wchar_t **field, const char *text) {
    need(PyConfig_SetBytesString(&config, field, text));
}

static void search(const char *root, const char *below) {
    char path[2 * PATH_MAX];
    snprintf(path, sizeof path, "%s%s", root, below);
    wchar_t *wide = Py_DecodeLocale(path, NULL);
    if (wide == NULL)
        need(PyStatus_NoMemory());
    need(PyWideStringList_Append(&config.module_search_paths, wide));
    PyMem_RawFree(wide);
}

static int is_ours(const char *module) {
    size_t length = strlen(MODULE);
    return strncmp(module, MODULE, length) == 0 && (module[length] == 0 || module[length] == '.');
}

int main(int argc, char **argv) {
    char self[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
    if (length < 0) {
        perror(APP);
        return 4;
    }
    self[length] = 0;
    /* the folder above bin/: /usr once it is installed */
    char root[PATH_MAX];
    strcpy(root, self);
    for (int up = 0; up < 2; up++)
        *strrchr(root, '/') = 0;

    PyPreConfig before;
    PyPreConfig_InitIsolatedConfig(&before);
    before.utf8_mode = 1;
    before.configure_locale = 1;
    need(Py_PreInitialize(&before));

    const char *module = STARTS;
    if (argc > 2 && strcmp(argv[1], "-m") == 0 && is_ours(argv[2])) {
        module = argv[2];
        argv[2] = argv[0];
        argv += 2;
        argc -= 2;
    }

    PyConfig_InitIsolatedConfig(&config);
    config.write_bytecode = 0;
    config.install_signal_handlers = 1;
    config.site_import = 0;
    config.module_search_paths_set = 1;
    set(&config.executable, self);
    set(&config.prefix, "/usr");
    set(&config.exec_prefix, "/usr");
    set(&config.base_prefix, "/usr");
    set(&config.base_exec_prefix, "/usr");
    set(&config.run_module, module);
    search("/usr", STDLIB);
    search("/usr", STDLIB "/lib-dynload");
    search(root, "/lib/" APP "/app");
    search(root, "/lib/" APP "/app_packages");
    need(PyConfig_SetBytesArgv(&config, argc, argv));
    need(Py_InitializeFromConfig(&config));
    PyConfig_Clear(&config);
    return Py_RunMain();
}
